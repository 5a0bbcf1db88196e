import type { Episode } from '../learning/types.ts';
import { type Backup, backupVersion } from './backup.ts';

/** The pieces of a backup's text in order, one record a line; episodes are taken as they come. */
export async function* writeBackup(
  rest: Pick<Backup, 'settings' | 'preferences' | 'waiting' | 'madeAt' | 'spending'>,
  episodes: AsyncIterable<readonly Episode[]>,
): AsyncGenerator<string> {
  const head = { penchant: 'backup', version: backupVersion, madeAt: rest.madeAt };
  yield `${JSON.stringify(head).slice(0, -1)},\n"settings":${JSON.stringify(rest.settings)},\n`;
  if (rest.spending) yield `"spending":${JSON.stringify(rest.spending)},\n`;
  yield `"preferences":[\n${lines(rest.preferences)}\n],\n`;
  const waiting = new Set(rest.waiting);
  const written: string[] = [];
  let between = '';
  yield '"episodes":[\n';
  for await (const some of episodes) {
    if (some.length === 0) continue;
    yield between + lines(some);
    between = ',\n';
    for (const { id } of some) if (waiting.has(id)) written.push(id);
  }
  // Last, and only of those that are in it: an edit may be noted or learned while this is written.
  yield `\n],\n"waiting":${JSON.stringify(written)}}\n`;
}

const lines = (records: readonly object[]): string =>
  records.map((record) => JSON.stringify(record)).join(',\n');
