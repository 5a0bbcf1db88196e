import { fnv } from './mail/fnv.ts';
import type { Comparison } from './types.ts';

/** One draft in so many is written without preferences while the user compares. */
export const oneIn = 10;

/**
 * Which side of the comparison an episode is on. By its id alone, which is random and drawn before anything
 * is known of the draft: nobody can choose, and the same id always says the same.
 */
export function sideOf(episodeId: string): Comparison {
  const hash = fnv(episodeId);
  // Its low bits follow the last letter too closely, so the high ones are mixed in.
  return ((hash ^ (hash >>> 15)) >>> 0) % oneIn === 0 ? 'without' : 'with';
}
