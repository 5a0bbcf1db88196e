import type { IDBPObjectStore } from 'idb';
import { monthOf, noSpending, type Spending, spendingSchema } from '../protocol/spending.ts';
import type { Cipher } from './cipher.ts';
import { readable } from './readable.ts';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { openJson, sealJson } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

/** The store's methods for what language models cost. Only the last month is kept. */
export function spendingRecords(room: Room): Pick<Store, 'spending' | 'addSpending'> {
  return {
    spending: (month) =>
      transact(room, ['settings'], 'readonly', async ({ store }) =>
        opened(room.cipher, await store.get('spending'), month),
      ),

    addSpending: (more) =>
      transact(room, ['settings'], 'readwrite', async ({ store }) => {
        const before = opened(room.cipher, await store.get('spending'), more.month);
        const after = added(before, more);
        await store.put(sealJson(room.cipher, 'settings', 'spending', after), 'spending');
      }),
  };
}

/** A record of another month, or one that cannot be read, counts for nothing. */
function opened(cipher: Cipher, record: unknown, month: string): Spending {
  const spending = readable(spendingSchema, openJson(cipher, 'settings', 'spending', record));
  return spending?.month === month ? spending : noSpending(month);
}

/**
 * Takes over what a backup says was spent this month (of `now`), where that is more than is known here: a limit
 * holds on after a move to another browser, and one month's figures of one person are never added up twice.
 */
export async function mergeSpending(
  room: Room,
  settings: Pick<IDBPObjectStore<Schema, ['settings'], 'settings', 'readwrite'>, 'get' | 'put'>,
  brought: Spending | undefined,
  now: number,
): Promise<void> {
  if (brought?.month !== monthOf(now)) return;
  const here = opened(room.cipher, await settings.get('spending'), brought.month);
  const most = (of: Exclude<keyof Spending, 'month'>): number => Math.max(here[of], brought[of]);
  const after: Spending = {
    month: brought.month,
    drafts: most('drafts'),
    calls: most('calls'),
    inputTokens: most('inputTokens'),
    outputTokens: most('outputTokens'),
    cost: most('cost'),
    unpriced: most('unpriced'),
  };
  await settings.put(sealJson(room.cipher, 'settings', 'spending', after), 'spending');
}

function added(before: Spending, more: Spending): Spending {
  return {
    month: more.month,
    drafts: before.drafts + more.drafts,
    calls: before.calls + more.calls,
    inputTokens: before.inputTokens + more.inputTokens,
    outputTokens: before.outputTokens + more.outputTokens,
    cost: before.cost + more.cost,
    unpriced: before.unpriced + more.unpriced,
  };
}
