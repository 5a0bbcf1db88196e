import { call } from '../browser/call.ts';
import type { Episode } from '../learning/types.ts';

/** Few enough that opening, sending and reading them is never felt. */
const together = 50;

/** From the first moment to the last that a date can be of. */
export const allTime = { from: 0, to: 8.64e15 } as const;

/** Every episode, newest first, some at a time; `onShare` is told the share that was read, from 0 to 1. */
export async function* allEpisodes(
  onShare: (share: number) => void,
): AsyncGenerator<readonly Episode[]> {
  const { ids } = await call('episodes.ids', allTime);
  for (let at = 0; at < ids.length; at += together) {
    const { episodes } = await call('episodes.read', { ids: ids.slice(at, at + together) });
    yield episodes;
    onShare(Math.min(1, (at + together) / ids.length));
  }
}
