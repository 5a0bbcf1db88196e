import type { FaultData } from '../learning/fault.ts';
import { isSameMark, type Mark, markOf, readMark, sealMark } from './mark.ts';
import { flush, inTurn, type Mirror, readMirror, shelfMark, writeMirror } from './mirror.ts';
import { tellLater } from './notice.ts';
import { putAside } from './put-aside.ts';
import type { Room } from './room.ts';
import { readPreference } from './sealed.ts';
import { restoreSettings } from './settings-copy.ts';
import { transact } from './transact.ts';

/** The preferences as the database has them. */
interface There {
  readonly rows: ReadonlyMap<string, unknown>;
  readonly mark: Mark | undefined;
  /** Whether the rows are just those that the mark was made of. */
  readonly isSound: boolean;
}

/**
 * Compares the database with its mirror and heals whichever is damaged or behind. What was lost of the
 * database is told, see `Store.notice`; where both are damaged, a copy of all is put aside before the
 * readable rest is put together. Never makes anything empty that was not.
 */
export async function reconcile(
  room: Room,
  opened: { readonly isNew: boolean; readonly shelfMark: unknown },
): Promise<void> {
  const there = await preferencesThere(room);
  const known = shelfMark(room.cipher, opened.shelfMark);
  const isLost = opened.isNew && opened.shelfMark !== undefined;
  if (!isLost && there.isSound && isSameMark(there.mark, known)) return;

  const mirror = await readMirror(room);
  // A database that never held a preference, beside a shelf that has some, is one that was lost.
  const isIntact = there.isSound && !isLost && (there.mark?.epoch !== 0 || mirror.isEmpty);
  if (isIntact && there.mark) {
    const isBehind = (mirror.mark?.epoch ?? 0) > there.mark.epoch;
    if (!isBehind) return heal(room, there, there.mark);
  }
  const epoch = Math.max(there.mark?.epoch ?? 0, mirror.mark?.epoch ?? 0) + 1;
  if (!mirror.isWhole) {
    const name = await putAside(room);
    await replace(room, newest(room, there, mirror), epoch, {
      code: 'memory-damaged',
      detail: name,
    });
    return;
  }
  const isOlder = there.mark && there.mark.epoch <= (mirror.mark?.epoch ?? 0);
  const rows = isOlder ? asMap(mirror) : newest(room, there, mirror);
  await replace(room, rows, epoch, { code: 'memory-restored', detail: String(rows.size) });
}

/** Reads every entry of the mirror, and makes it anew where one is not as the database has it. */
export function checkMirror(room: Room): Promise<void> {
  return flush(room).then(() =>
    inTurn(room, async () => {
      const [there, mirror] = await Promise.all([preferencesThere(room), readMirror(room)]);
      if (!there.isSound || !there.mark) return;
      if (mirror.isWhole && isSameMark(there.mark, mirror.mark)) return;
      await writeMirror(room, there.mark, there.rows);
    }),
  );
}

/** The mirror is behind, damaged or not there yet; what waits in the outbox is in it then too. */
async function heal(room: Room, there: There, mark: Mark): Promise<void> {
  try {
    await writeMirror(room, mark, there.rows);
  } catch (thrown) {
    console.warn('There is no second copy of the preferences.', thrown);
  }
}

function preferencesThere(room: Room): Promise<There> {
  return transact(room, ['preferences', 'settings'], 'readonly', async (transaction) => {
    const preferences = transaction.objectStore('preferences');
    const [ids, rows, sealed] = await Promise.all([
      preferences.getAllKeys(),
      preferences.getAll(),
      transaction.objectStore('settings').get('mark'),
    ]);
    const mark = readMark(room.cipher, sealed);
    return {
      rows: new Map(ids.map((id, position) => [id, rows[position]])),
      mark,
      isSound: isSameMark(mark, mark && markOf(rows, mark.epoch)),
    };
  });
}

const asMap = ({ rows }: Mirror): Map<string, unknown> => new Map(rows.map((row) => [row.id, row]));

/** Of both, what can be read; of two of the same id the later revision. */
function newest(room: Room, there: There, mirror: Mirror): Map<string, unknown> {
  const found = new Map<string, { readonly row: unknown; readonly revision: number }>();
  for (const [id, row] of [...there.rows, ...asMap(mirror)]) {
    const preference = readPreference(room.cipher, id, row);
    if (!preference) continue;
    const { revision } = preference;
    if (revision > (found.get(id)?.revision ?? -1)) found.set(id, { row, revision });
  }
  return new Map([...found].map(([id, { row }]) => [id, row]));
}

/** Makes database and mirror hold just `rows`. Told first: a death after that begins this anew. */
async function replace(
  room: Room,
  rows: ReadonlyMap<string, unknown>,
  epoch: number,
  notice: FaultData,
): Promise<void> {
  await tellLater(room, notice);
  const mark = markOf([...rows.values()], epoch);
  await transact(
    room,
    ['preferences', 'settings'],
    'readwrite',
    async (transaction) => {
      const preferences = transaction.objectStore('preferences');
      await preferences.clear();
      for (const row of rows.values()) await preferences.put(row);
      const settings = transaction.objectStore('settings');
      await settings.put(sealMark(room.cipher, mark), 'mark');
      await settings.put({}, 'outbox');
    },
    'strict',
  );
  await restoreSettings(room);
  await writeMirror(room, mark, rows);
}
