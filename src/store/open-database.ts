import { wrap } from 'idb';
import { Fault } from '../learning/fault.ts';
import type { Beside } from './beside.ts';
import type { Cipher } from './cipher.ts';
import { databaseVersion, migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { storageFault } from './storage-fault.ts';

export interface Opened {
  readonly database: Database;
  /** Where it was found, to be asked for the next time. */
  readonly place: string;
  /** Whether there was none: a first start, or one that was lost. */
  readonly isNew: boolean;
}

/** What browsers say of a database whose files they cannot read. */
const broken: readonly string[] = ['UnknownError', 'NotReadableError'];
/** A virus scanner or a slow disk may hold the files for a moment. */
const attempts = 3;
const elsewhere = 'elsewhere/';

/** Whether this names a place of the store whose first one is `base`. */
export const isPlaceOf = (base: string, place: string): boolean =>
  place.startsWith(base) || place.startsWith(elsewhere + base);

/**
 * Opens the database, bringing an older one up to date. One that cannot be opened at all is left as it
 * is, and one of the next name takes its place; where the browser can open none of these files, one in
 * files elsewhere. Rejects with a `Fault`; a database of a newer version of Penchant is left alone
 * (`storage-failed`).
 */
export async function openDatabase(
  beside: Beside,
  place: string,
  seal: Cipher['seal'],
): Promise<Opened> {
  let reason: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await open(beside, place, seal);
    } catch (thrown) {
      if (!(thrown instanceof DOMException && broken.includes(thrown.name))) throw asked(thrown);
      reason = thrown;
    }
  }
  for (const other of [nextName(place), elsewhere + place]) {
    try {
      return await open(beside, other, seal);
    } catch {
      // The first reason is the one to tell.
    }
  }
  throw asked(reason);
}

async function open(beside: Beside, place: string, seal: Cipher['seal']): Promise<Opened> {
  const isElsewhere = place.startsWith(elsewhere);
  const factory = isElsewhere ? await beside.elsewhere() : indexedDB;
  if (!factory) throw new DOMException('There is no elsewhere.', 'NotFoundError');
  const name = isElsewhere ? place.slice(elsewhere.length) : place;
  let isNew = false;
  const opening = factory.open(name, databaseVersion);
  opening.onupgradeneeded = ({ oldVersion }) => {
    isNew = oldVersion === 0;
    if (opening.transaction) migrate(opening.result, opening.transaction, oldVersion, seal);
  };
  // The shape is what the migrations made; the wrapper cannot know it.
  const database = (await wrap(opening)) as unknown as Database;
  // A newer version of ourselves must not wait for us to make room.
  database.onversionchange = () => database.close();
  return { database, place, isNew };
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
