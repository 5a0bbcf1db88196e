/** UTF-16 units of one message from a page, as JSON: two of the longest texts. */
const largest = 512 * 1024;

/** How many messages may come in a row, and how many each second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** More tabs than anybody has; those that were silent longest are forgotten. */
const mostTabs = 300;

/** Whether a message is small enough to be looked at; what is no JSON is not. */
export function isSmall(message: unknown): boolean {
  try {
    return (JSON.stringify(message) ?? '').length <= largest;
  } catch {
    // A loop or a big integer: nothing of ours has one.
    return false;
  }
}

/**
 * A bucket of messages for each tab, refilled with time: answers whether one more may pass. `now` is in
 * milliseconds.
 */
export function createBudget(
  { burst, perSecond }: Rate,
  now: () => number = Date.now,
): (tabId: number) => boolean {
  const buckets = new Map<number, { left: number; at: number }>();
  return (tabId) => {
    const at = now();
    const before = buckets.get(tabId) ?? { left: burst, at };
    // A clock that was set back gives nothing and takes nothing.
    const refilled = (Math.max(0, at - before.at) / 1000) * perSecond;
    const left = Math.min(burst, before.left + refilled);
    const passes = left >= 1;
    // Put in anew, so that the first in the map is the one not heard of for longest.
    buckets.delete(tabId);
    buckets.set(tabId, { left: passes ? left - 1 : left, at });
    const [oldest] = buckets.keys();
    if (buckets.size > mostTabs && oldest !== undefined) buckets.delete(oldest);
    return passes;
  };
}
