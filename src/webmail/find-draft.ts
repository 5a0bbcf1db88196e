import type { Sorted } from './quote-and-signature.ts';

/** Index of the first and the last line of something in an editor. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Which of the user's own lines are this draft, line for line; `null` where it no longer stands there
 * as it was, such as after a word was added to its last line. Blank lines and the number of spaces are
 * not compared: editors lay them out in their own ways.
 */
export function findDraft({ lines, kinds }: Sorted, draft: string): Span | null {
  const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const wanted = draft
    .normalize('NFC')
    .split('\n')
    .map(folded)
    .filter((line) => line !== '');
  const written = lines
    .map(({ text }, at) => ({ at, text: folded(text), isOwn: kinds[at] === 'own' }))
    .filter(({ text }) => text !== '');
  const start = written.findIndex((_, begin) =>
    wanted.every((line, below) => {
      const there = written[begin + below];
      return there?.isOwn === true && there.text === line;
    }),
  );
  const first = written[start];
  const last = written[start + wanted.length - 1];
  return wanted.length > 0 && first && last ? { from: first.at, to: last.at } : null;
}
