import type { ContextVector, Episode } from '../../src/learning/types.ts';
import { writeBackup } from '../../src/protocol/write-backup.ts';
import type { Store } from '../../src/store/types.ts';
import { sampleVector } from './samples.ts';

export const lexicalVector = ({ id }: Episode): ContextVector => sampleVector([1, id.length]);

/** The text of a backup of this store, two episodes at a time. */
export async function backupOf(store: Store): Promise<string> {
  const [{ settings }, preferences, jobs] = [
    await store.settings(),
    await store.preferences(),
    await store.jobs(),
  ];
  const ids = await store.episodeIds({ from: 0, to: 8.64e15 });
  async function* episodes() {
    for (let at = 0; at < ids.length; at += 2) yield store.episodesOf(ids.slice(at, at + 2));
  }
  const waiting = jobs.map(({ episodeId }) => episodeId);
  const rest = { settings, preferences: [...preferences], waiting, madeAt: 1 };
  let text = '';
  for await (const piece of writeBackup(rest, episodes())) text += piece;
  return text;
}
