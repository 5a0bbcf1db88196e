import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database, Schema } from './schema.ts';
import { storageFault } from './storage-fault.ts';

type Names = StoreNames<Schema>[];

/**
 * Does `work` in one transaction over the stores `used` and answers once it is complete: all of it
 * happens or nothing. `work` may wait for nothing but the database. Rejects with a `Fault`.
 * `strict` answers only when the bytes were handed to the disk: for what we tell the user is noted.
 */
export async function transact<
  const Used extends Names,
  Mode extends 'readonly' | 'readwrite',
  Result,
>(
  room: { readonly database: Database },
  used: Used,
  mode: Mode,
  work: (transaction: IDBPTransaction<Schema, Used, Mode>) => Promise<Result>,
  durability: IDBTransactionDurability = 'default',
): Promise<Result> {
  try {
    return await attempt(room.database.transaction(used, mode, { durability }), work);
  } catch (thrown) {
    throw storageFault(thrown);
  }
}

async function attempt<Used extends Names, Mode extends 'readonly' | 'readwrite', Result>(
  transaction: IDBPTransaction<Schema, Used, Mode>,
  work: (transaction: IDBPTransaction<Schema, Used, Mode>) => Promise<Result>,
): Promise<Result> {
  // Listened to from the start: it can fail before `work` has seen that anything is wrong.
  const end = transaction.done.then(
    () => null,
    (thrown: unknown) => ({ thrown }),
  );
  let result: Result;
  try {
    result = await work(transaction);
  } catch (thrown) {
    takeBack(transaction);
    await end;
    // A request that was cut off knows only that; the transaction knows why.
    throw transaction.error ?? thrown;
  }
  const failed = await end;
  if (failed) throw transaction.error ?? failed.thrown;
  return result;
}

function takeBack(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (thrown) {
    // A failed request has ended the transaction by itself, and nothing of it was kept.
    if (!(thrown instanceof DOMException && thrown.name === 'InvalidStateError')) throw thrown;
  }
}
