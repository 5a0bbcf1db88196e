import { canonicalText } from '../../src/webmail/canonical-text.ts';
import { readPlain } from '../../src/webmail/read-plain.ts';
import type { Fixture } from './fixture.ts';

/** One fixture that is not read as it expects. */
export interface Miss {
  readonly id: string;
  readonly language: string;
  readonly half: Fixture['half'];
  /** Lines that were expected and not read, with `- `, and the other way round, with `+ `. */
  readonly diff: readonly string[];
}

export interface Score {
  readonly right: number;
  readonly total: number;
  readonly misses: readonly Miss[];
}

/**
 * Reads each mail by patterns alone, and compares with its reply. Both are compared in one form: NFC,
 * `\n` at line ends, no blanks at the end of a line, no invisible characters, at most one blank line
 * in a row, nothing blank around. Words, signs and the order of lines all count.
 */
export function score(fixtures: readonly Fixture[]): Score {
  const misses = fixtures.flatMap(({ id, language, half, text, reply }) => {
    const wanted = canonicalText(reply);
    const read = readPlain(text).text;
    return read === wanted ? [] : [{ id, language, half, diff: diffOf(wanted, read) }];
  });
  return { right: fixtures.length - misses.length, total: fixtures.length, misses };
}

/** How many of each are right, such as of each language: `en 20/21`. */
export function rightBy(
  key: 'language' | 'source' | 'half',
  fixtures: readonly Fixture[],
): readonly string[] {
  const names = [...new Set(fixtures.map((fixture) => fixture[key]))].sort();
  return names.map((name) => {
    const { right, total } = score(fixtures.filter((fixture) => fixture[key] === name));
    return `${name} ${right}/${total}`;
  });
}

/** What stands between the lines that both begin with and those that both end with. */
function diffOf(wanted: string, read: string): string[] {
  const before = wanted.split('\n');
  const after = read.split('\n');
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  const least = Math.min(before.length, after.length) - head;
  while (tail < least && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    ...before.slice(head, before.length - tail).map((line) => `- ${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+ ${line}`),
  ];
}
