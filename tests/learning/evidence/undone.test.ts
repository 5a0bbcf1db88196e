import { describe, expect, test } from 'vitest';
import { isUndoing } from '../../../src/learning/evidence/undone.ts';
import { applied, guidanceOf } from '../../../src/learning/guidance.ts';
import { describeHabit } from '../../../src/learning/habits/describe.ts';
import type { Evidence, Preference } from '../../../src/learning/types.ts';
import { context, described, evidence, preference } from '../world.ts';

const bob = 'bob@birch.example';
const list = preference('Puts several points in a bulleted list');
const prose = preference('Writes prose, no lists');

let count = 0;
const told = (one: Preference, ...says: readonly Evidence['says'][]): Preference => ({
  ...one,
  evidence: says.map((word) => evidence(`e${++count}`, { says: word })),
});
const elsewhere = (one: Preference, ...says: readonly Evidence['says'][]): Preference => ({
  ...one,
  evidence: told(one, ...says).evidence.map((entry) => ({ ...entry, recipient: bob })),
});

/** Whether a mail to Ann that was drafted with `drafted` and shows `shown` only undoes something. */
function undoes(
  drafted: Preference,
  shown = prose.description,
  { match, known = [drafted] }: { match?: Preference; known?: readonly Preference[] } = {},
): boolean {
  const guidance = guidanceOf(drafted.description, [applied(drafted)]);
  return isUndoing(described(shown), match, { context: context(), guidance }, known);
}

describe('an edit undoes a habit that the draft was written with', () => {
  test('where this person never had it', () => {
    expect(undoes(list)).toBe(true);
    expect(undoes(elsewhere(list, 'supports', 'supports'))).toBe(true);
    expect(undoes(told(list, 'differs', 'contradicts'))).toBe(true);
  });

  test.each([
    { kind: 'contractions' },
    { kind: 'exclamations' },
    { kind: 'hedges' },
    { kind: 'ampersands' },
    { kind: 'dashes' },
    { kind: 'capitals' },
    { kind: 'courtesies' },
    { kind: 'list' },
  ] as const)('with or without: %o', (kind) => {
    const uses = describeHabit({ ...kind, use: true }).description;
    const avoids = describeHabit({ ...kind, use: false }).description;
    expect(undoes(preference(uses), avoids)).toBe(true);
    expect(undoes(preference(avoids), uses)).toBe(true);
    expect(undoes(preference(uses), uses)).toBe(false);
  });
});

describe('an edit shows a habit of its own', () => {
  test('where the draft was written without its opposite', () => {
    const warm = preference('Warm');
    expect(undoes(warm, prose.description, { known: [warm, list] })).toBe(false);
    const { description } = prose;
    const unguided = { context: context(), guidance: null };
    expect(isUndoing(described(description), undefined, unguided, [list])).toBe(false);
  });

  test('where this person had the other one: they have changed their mind', () => {
    expect(undoes(told(list, 'supports'))).toBe(false);
    expect(undoes(told(list, 'confirms', 'contradicts'))).toBe(false);
  });

  test('where it is the user’s own word that was undone', () => {
    expect(undoes({ ...list, origin: 'user' })).toBe(false);
  });

  test('where what is known of it now is not what the draft was written with', () => {
    expect(undoes(list, prose.description, { known: [] })).toBe(false);
    expect(undoes(list, prose.description, { known: [{ ...list, description: 'Warm' }] })).toBe(
      false,
    );
  });

  test('where it has more than two values, says more than one thing, or no code understands it', () => {
    const hi = preference('Greets with “Hi”', { facet: 'greeting' });
    expect(undoes(hi, 'Greets with “Dear”')).toBe(false);
    expect(undoes(list, 'Writes prose, no lists; Uses no dashes')).toBe(false);
    expect(undoes(list, 'Writes prose, no lists; sounds like the sea')).toBe(false);
    expect(undoes(list, 'Sounds like the sea')).toBe(false);
    expect(undoes(list, 'Uses no dashes')).toBe(false);
    // Less of a thing is not its opposite.
    expect(
      undoes(
        preference('Adds courtesies such as “Thank you for your message”'),
        'Begins with a courtesy such as “Thank you for your message” and ends without one',
      ),
    ).toBe(false);
  });
});

describe('a habit that is known elsewhere', () => {
  test('may well be wanted here too', () => {
    expect(undoes(list, prose.description, { match: elsewhere(prose, 'supports') })).toBe(false);
    expect(undoes(list, prose.description, { match: elsewhere(prose, 'contradicts') })).toBe(false);
  });

  test('unless it was undone here before: they want neither', () => {
    const match = told(prose, 'differs');
    expect(undoes(list, prose.description, { match })).toBe(true);
    expect(undoes(told(list, 'supports'), prose.description, { match })).toBe(true);
    // Somebody who had the other one twice has a habit, and leaves it.
    const kept = told(list, 'supports', 'confirms');
    expect(undoes(kept, prose.description, { match })).toBe(false);
  });
});
