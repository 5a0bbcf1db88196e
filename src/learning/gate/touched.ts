import { quotedWords } from '../habits/quoted.ts';
import type { Edit } from '../ports.ts';
import type { AppliedPreference } from '../types.ts';
import { spelledWords } from './spelled.ts';

/** Whether an edit can show a known preference again: words it asks for came. Without quotations, any can. */
export function showsAgain(known: AppliedPreference, { draft, final }: Edit): boolean {
  const { written, removed } = quotedWords(known);
  if (written.length + removed.length === 0) return true;
  return written.some((said) => times(said, final) > times(said, draft));
}

/**
 * Whether an edit can go against a known preference: words it asks for went, or words that it does without
 * came. Without quotations, any can.
 */
export function goesAgainst(known: AppliedPreference, { draft, final }: Edit): boolean {
  const { written, removed } = quotedWords(known);
  if (written.length + removed.length === 0) return true;
  return (
    written.some((said) => times(said, final) < times(said, draft)) ||
    removed.some((said) => times(said, final) > times(said, draft))
  );
}

function times(said: string, text: string): number {
  return (
    ` ${spelledWords(text).join('  ')} `.split(` ${spelledWords(said).join('  ')} `).length - 1
  );
}
