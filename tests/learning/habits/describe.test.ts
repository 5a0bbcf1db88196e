import { expect, test } from 'vitest';
import { isAcceptable } from '../../../src/learning/gate/acceptable.ts';
import { describeHabit } from '../../../src/learning/habits/describe.ts';
import type { Habit } from '../../../src/learning/habits/habits.ts';

const said: readonly (readonly [Habit, string, string])[] = [
  [{ kind: 'greeting', text: 'Hi <first name>,' }, 'greeting', 'Greets with “Hi <first name>,”'],
  [{ kind: 'greeting', text: null }, 'greeting', 'Writes no greeting'],
  [{ kind: 'closing', text: 'Cheers,\nSam' }, 'closing', 'Closes with “Cheers, / Sam”'],
  [{ kind: 'closing', text: 'Best,\n/M' }, 'closing', 'Closes with “Best, / /M”'],
  [{ kind: 'closing', text: null }, 'closing', 'Writes no closing'],
  [{ kind: 'length', words: 30 }, 'length', 'Keeps mails to about 30 words'],
  [{ kind: 'list', use: true }, 'structure', 'Puts several points in a bulleted list'],
  [{ kind: 'list', use: false }, 'structure', 'Writes prose, no lists'],
  [{ kind: 'contractions', use: false }, 'wording', 'Avoids contractions'],
  [{ kind: 'exclamations', use: false }, 'punctuation', 'Never uses exclamation marks'],
  [{ kind: 'emoji', use: true, example: '🙂' }, 'tone', 'Uses emoji such as 🙂'],
  [{ kind: 'emoji', use: false, example: '' }, 'tone', 'Uses no emoji'],
  [{ kind: 'ampersands', use: true }, 'wording', 'Writes “&” instead of “and”'],
  [{ kind: 'dashes', use: false }, 'punctuation', 'Uses no dashes'],
  [{ kind: 'capitals', use: false }, 'formatting', 'Begins sentences with small letters'],
  [
    { kind: 'line', place: 'closing', text: 'No rush on this.' },
    'content',
    'Ends with the sentence “No rush on this.”',
  ],
  [
    { kind: 'line', place: 'opening', text: 'Quick one!' },
    'content',
    'Begins with the sentence “Quick one!”',
  ],
];

test.each(said)('%j', (habit, facet, description) => {
  expect(describeHabit(habit)).toEqual({ facet, description });
});

test('every description may be learned', () => {
  for (const [habit] of said) expect(isAcceptable(describeHabit(habit).description)).toBe(true);
  for (const kind of [
    'courtesies',
    'list',
    'contractions',
    'exclamations',
    'hedges',
    'ampersands',
    'dashes',
    'capitals',
  ] as const) {
    for (const use of [true, false]) {
      expect(isAcceptable(describeHabit({ kind, use }).description)).toBe(true);
    }
  }
});
