import type { Edit } from '../ports.ts';
import type { AppliedPreference } from '../types.ts';
import { spelledWords } from './spelled.ts';

/**
 * Whether an edit can say anything of a known preference: what it quotes came or went. One that quotes
 * nothing can be spoken of by every edit.
 */
export function isTouched({ description }: AppliedPreference, { draft, final }: Edit): boolean {
  const quoted = [...description.matchAll(/“([^”]+)”|"([^"]+)"/gu)].map(([said]) => said);
  return quoted.length === 0 || quoted.some((said) => isIn(said, draft) !== isIn(said, final));
}

const isIn = (said: string, text: string): boolean =>
  ` ${spelledWords(text).join(' ')} `.includes(` ${spelledWords(said).join(' ')} `);
