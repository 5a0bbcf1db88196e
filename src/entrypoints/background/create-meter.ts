import { Fault } from '../../learning/fault.ts';
import type { Clock } from '../../learning/ports.ts';
import type { Meter, Spent } from '../../models/meter.ts';
import type { Settings } from '../../protocol/settings.ts';
import { monthOf, noSpending, type Spending } from '../../protocol/spending.ts';
import type { Store } from '../../store/types.ts';

/** The meter with its other end: what was spent this month. */
export interface StoredMeter extends Meter {
  read(): Promise<Spending>;
}

/**
 * Adds up what is spent, under the prices of the day, and refuses once the month's limit is reached. The
 * request that reaches it is still made, so the limit may be passed by the price of one.
 */
export function createMeter(
  store: Pick<Store, 'settings' | 'spending' | 'addSpending'>,
  clock: Clock,
): StoredMeter {
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Spending> => {
    await last;
    return store.spending(monthOf(clock.now()));
  };
  return {
    read,
    async admit() {
      const { settings } = await store.settings();
      const { monthlyCap } = settings.writer;
      if (monthlyCap === null) return;
      if ((await read()).cost >= monthlyCap) throw new Fault('over-budget', String(monthlyCap));
    },
    spent(one) {
      last = last
        .then(async () => {
          const { settings } = await store.settings();
          await store.addSpending(entry(one, settings.writer.prices, monthOf(clock.now())));
        })
        .catch((thrown: unknown) => console.warn('What a draft cost was not noted.', thrown));
    },
  };
}

function entry(
  { purpose, inputTokens, outputTokens, charged }: Spent,
  prices: Settings['writer']['prices'],
  month: string,
): Spending {
  const reckoned =
    prices && (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000;
  const cost = charged ?? reckoned;
  return {
    ...noSpending(month),
    drafts: purpose === 'draft' ? 1 : 0,
    calls: 1,
    inputTokens,
    outputTokens,
    cost: cost ?? 0,
    unpriced: cost === null ? 1 : 0,
  };
}
