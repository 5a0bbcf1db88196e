import { describe, expect, test } from 'vitest';
import { sameMeaning, slotsOf } from '../../../src/learning/habits/same-habit.ts';
import type { Facet } from '../../../src/learning/types.ts';
import { described } from '../world.ts';

const text = (description: string, facet: Facet = 'other') => described(description, { facet });

describe('the same meaning', () => {
  test.each([
    ['Never uses exclamation marks', 'no exclamation marks'],
    ['Keeps mails to about 30 words', 'Keeps mails to about 40 words'],
    ['Writes “&”  instead of “and”', 'writes “&” instead of “AND”'],
    ['Uses emoji such as 🙂', 'Uses emoji such as 🎉'],
    ['Writes “&” instead of “and”', 'use ampersands'],
    ['Begins sentences with small letters', 'all lower case'],
    ['Ends with the sentence “No rush.”', 'add "No rush." at the end'],
  ])('%s = %s', (one, other) => {
    expect(sameMeaning(text(one), text(other))).toBe(true);
    expect(sameMeaning(text(other), text(one))).toBe(true);
  });

  test.each([
    ['Never uses exclamation marks', 'Uses no emoji'],
    ['Keeps mails to about 30 words', 'Keeps mails to about 90 words'],
    ['Greets with “Hi <first name>,”', 'Greets with “hi <first name>,”'],
    ['Never uses exclamation marks', 'Never uses exclamation marks; names the project first'],
    ['Brief', 'Warm'],
    ['Writes “&” instead of “and”', 'Writes “and” instead of “&”'],
    ['Uses no dashes', 'Uses dashes between clauses'],
    ['Ends with the sentence “No rush.”', 'Begins with the sentence “No rush.”'],
    ['Ends with the sentence “No rush.”', 'Ends with the sentence “No hurry.”'],
    ['Ends with the sentence “Best wishes.”', 'Closes with “Best wishes.”'],
  ])('%s ≠ %s', (one, other) => {
    expect(sameMeaning(text(one), text(other))).toBe(false);
    expect(sameMeaning(text(other), text(one))).toBe(false);
  });

  test('the same words about another facet are something else', () => {
    expect(sameMeaning(text('Plain', 'tone'), text('Plain', 'formatting'))).toBe(false);
  });
});

test('slots are the habits understood, or a facet that a mail has one of', () => {
  expect(slotsOf(text('Never uses exclamation marks; uses no emoji'))).toEqual([
    'exclamations',
    'emoji',
  ]);
  expect(slotsOf(text('Something about how it begins', 'greeting'))).toEqual(['greeting']);
  expect(slotsOf(text('Plain words', 'wording'))).toEqual([]);
  // Two sentences of their own can stand in one mail, at its two ends.
  expect(
    slotsOf(text('Ends with the sentence “No rush.”; Begins with the sentence “Quick one.”')),
  ).toEqual(['closing line', 'opening line']);
});
