import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedSpans, wordDiff } from '../../../src/learning/edits/spans.ts';
import { isWhole } from '../world.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('Hi', 'Ann', ',', '\n', 'yes', '🙂', '👩‍💻', 'no.'), { maxLength: 30 })
    .map((parts) => parts.join(' ')),
  fc
    .array(fc.constantFrom('Hi Ann,', 'The room is booked until noon.', 'See you', ''), {
      maxLength: 8,
    })
    .map((kept) => kept.join('\n')),
);
const side = (one: string, other: string, left: 'removed' | 'added'): string =>
  wordDiff(one, other)
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map((stretch) => stretch.text)
    .join('');

describe('word diff', () => {
  test('shows whole words', () => {
    expect(wordDiff('Dear Ann, see you.', 'Hi Ann, see you!')).toEqual([
      { kind: 'removed', text: 'Dear' },
      { kind: 'added', text: 'Hi' },
      { kind: 'same', text: ' Ann, see you' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: '!' },
    ]);
  });

  test('gives both sides back, letter by letter', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(side(one, other, 'removed')).toBe(one);
        expect(side(one, other, 'added')).toBe(other);
      }),
    );
  });

  test('never tears a surrogate pair', () => {
    const whole = text.filter((any) => isWhole(any));
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        for (const stretch of wordDiff(one, other)) expect(isWhole(stretch.text)).toBe(true);
      }),
    );
  });

  test('a line that was kept between two new ones stays in one piece', () => {
    const kept = 'The room is booked until noon.\n';
    const before = `I hope that this finds you and all of yours very well indeed.\n${kept}Do let me know if there is anything else at all.\n`;
    const after = `Everything on our side is ready for when your people come.\n${kept}Bring the papers for us to sign, please, and a pen.\n`;
    expect(wordDiff(before, after)).toContainEqual({
      kind: 'same',
      text: expect.stringContaining(kept.trim()),
    });
  });

  test('no two stretches of one kind follow each other, and none is empty', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const kinds = wordDiff(one, other).map(({ kind }) => kind);
        for (const [at, kind] of kinds.entries()) expect(kind).not.toBe(kinds[at + 1]);
        expect(wordDiff(one, other).every((stretch) => stretch.text !== '')).toBe(true);
      }),
    );
  });

  test('of long texts only changed lines are compared by words, endless ones as a whole', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `line ${index} of many\n`);
    const changed = lines.with(1_000, 'another line\n');
    expect(changedSpans(lines.join(''), changed.join(''))).toEqual([
      { before: 'line 1000 of many', after: 'another line' },
    ]);
    expect(changedSpans('a\n'.repeat(9_000), 'b\n'.repeat(9_000))).toHaveLength(1);
  });
});

describe('changed spans', () => {
  test('are empty where nothing changed, and only there', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(changedSpans(one, one)).toEqual([]);
        expect(changedSpans(one, other).length === 0).toBe(one === other);
      }),
    );
  });

  test('an added and a removed place', () => {
    expect(changedSpans('Please call. Thank you.', 'Please call today.')).toMatchObject([
      { before: '. Thank you', after: ' today' },
    ]);
  });
});
