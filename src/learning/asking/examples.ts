import { circleOf } from '../evidence/address.ts';
import type { Example, Memory } from '../ports.ts';
import type { Context, ContextVector } from '../types.ts';

const mostExamples = 3;
/** How far we look for mails to the same people. */
const lookedAt = 12;

/**
 * The sent mails that are shown beside the preferences (learning.md §3.7): at most three, of the twelve
 * nearest contexts those to the same domain first, then the nearer ones.
 */
export async function nearestSent(
  context: Context,
  vector: ContextVector,
  memory: Memory,
): Promise<readonly Example[]> {
  const circle = circleOf(context.recipients[0]?.address ?? '');
  const found = (await memory.nearest(vector, lookedAt)).flatMap(({ episode }) =>
    episode.final === null ? [] : [{ context: episode.context, draft: null, final: episode.final }],
  );
  const isClose = (example: Example): boolean =>
    circle !== '' && circleOf(example.context.recipients[0]?.address ?? '') === circle;
  return found
    .toSorted((one, other) => Number(isClose(other)) - Number(isClose(one)))
    .slice(0, mostExamples);
}
