import { openDB, unwrap } from 'idb';
import { Fault } from '../learning/fault.ts';
import type { Cipher } from './cipher.ts';
import { databaseVersion, migrate } from './migrate.ts';
import type { Database, Schema } from './schema.ts';
import { storageFault } from './storage-fault.ts';

export interface Opened {
  readonly database: Database;
  readonly name: string;
  /** Whether there was none of this name: a first start, or one that was lost. */
  readonly isNew: boolean;
}

/** What browsers say of a database whose files they cannot read. */
const broken: readonly string[] = ['UnknownError', 'NotReadableError'];
/** A virus scanner or a slow disk may hold the files for a moment. */
const attempts = 3;

/**
 * Opens the database, bringing an older one up to date. One that cannot be opened at all is left as it
 * is, and one of the next name takes its place. Rejects with a `Fault`; a database of a newer version
 * of Penchant is left alone (`storage-failed`).
 */
export async function openDatabase(name: string, seal: Cipher['seal']): Promise<Opened> {
  let reason: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await open(name, seal);
    } catch (thrown) {
      if (!(thrown instanceof DOMException && broken.includes(thrown.name))) throw asked(thrown);
      reason = thrown;
    }
  }
  try {
    return await open(nextName(name), seal);
  } catch {
    // The browser can open none of our databases, so the first reason is the one to tell.
    throw asked(reason);
  }
}

async function open(name: string, seal: Cipher['seal']): Promise<Opened> {
  let isNew = false;
  const database = await openDB<Schema>(name, databaseVersion, {
    upgrade: (upgraded, from, _to, transaction) => {
      isNew = from === 0;
      // Who opens is told of a failure; nobody else waits for this end.
      transaction.done.catch(() => undefined);
      migrate(unwrap(upgraded), unwrap(transaction), from, seal);
    },
    // A newer version of ourselves must not wait for us to make room.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return { database, name, isNew };
}

/** `penchant` → `penchant.2` → `penchant.3` … */
function nextName(name: string): string {
  const [, base = name, number = '1'] = /^(.*?)(?:\.(\d+))?$/.exec(name) ?? [];
  return `${base}.${Number(number) + 1}`;
}

function asked(thrown: unknown): Fault {
  if (thrown instanceof DOMException && thrown.name === 'VersionError') {
    const reason = 'it was written by a newer version of Penchant; update the extension';
    return new Fault('storage-failed', reason, { cause: thrown });
  }
  return storageFault(thrown);
}
