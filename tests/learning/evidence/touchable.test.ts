import { describe, expect, test } from 'vitest';
import { touchable } from '../../../src/learning/evidence/touchable.ts';
import { applied, guidanceOf } from '../../../src/learning/guidance.ts';
import type { Preference, Scope } from '../../../src/learning/types.ts';
import { context, episode, evidence, neighbour, preference } from '../world.ts';

const birch: Scope = { kind: 'domain', domain: 'birch.example' };
const sea = preference('Sounds like the sea');
const far = (description: string, changes: Partial<Preference> = {}): Preference =>
  preference(description, { scope: birch, ...changes });

/** What a model is told about a mail to Ann that was drafted with `drafted`. */
function told(
  known: readonly Preference[],
  { drafted = [], near = [] }: { drafted?: readonly Preference[]; near?: readonly string[] } = {},
): string[] {
  const guidance = guidanceOf('applied', drafted.map(applied));
  return touchable(
    episode({ id: 'now', context: context(), guidance }),
    known,
    near.map((id) => neighbour({ id })),
  ).map(({ description }) => description);
}

test('is known by what it is now', () => {
  const mail = episode({ id: 'now', guidance: guidanceOf('Sea', [applied(sea)]) });
  const since = { ...sea, revision: 4, description: 'Sounds like the wind' };
  expect(touchable(mail, [since], [])).toEqual([applied(since)]);
});

describe('a model is told', () => {
  test('of what the draft was written with, then of what holds here, then of what is near', () => {
    const near = far('near', { evidence: [evidence('e1', { recipient: 'bob@birch.example' })] });
    const here = preference('here');
    const drafted = far('drafted');
    expect(told([near, here, drafted], { drafted: [drafted], near: ['e1'] })).toEqual([
      'drafted',
      'here',
      'near',
    ]);
  });

  test('of ten at most, the latest changed first', () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      preference(`Like ${at}`, { updatedAt: at % 12 }),
    );
    const names = told(many);
    expect(names.slice(0, 3)).toEqual(['Like 11', 'Like 10', 'Like 9']);
    expect(names).toHaveLength(10);
    expect(told(many.toReversed())).toEqual(names);
    expect(told([preference('b'), preference('a')])).toEqual(['a', 'b']);
  });

  test('of what holds for these people by its evidence, whatever its scope', () => {
    expect(told([far('to Ann', { evidence: [evidence('e1')] })])).toEqual(['to Ann']);
  });
});

describe('a model is not told', () => {
  test('of what holds elsewhere, and was learned far from here', () => {
    expect(
      told([far('far', { evidence: [evidence('e1', { recipient: 'b@birch.example' })] })]),
    ).toEqual([]);
  });

  test('of what these people are known to be written without, unless the draft was', () => {
    const left = preference('left', { evidence: [evidence('e1', { says: 'differs' })] });
    expect(told([left], { near: ['e1'] })).toEqual([]);
    expect(told([left], { drafted: [left] })).toEqual(['left']);
  });

  test('of what code can check, not even beside something that it cannot', () => {
    const counted = preference('Uses no dashes');
    expect(told([counted], { drafted: [counted] })).toEqual([]);
    const half = preference('Uses no dashes; sounds like the sea');
    expect(told([half])).toEqual([half.description]);
  });

  test('of what the user wrote, paused or has replaced', () => {
    const all = [
      { ...sea, id: '1', origin: 'user' },
      { ...sea, id: '2', status: 'paused' },
      { ...sea, id: '3', status: 'superseded' },
    ] as const;
    expect(told(all, { drafted: all })).toEqual([]);
    expect(told([{ ...sea, status: 'provisional' }])).toEqual([sea.description]);
  });
});

test('where habits go by the kind of message, what was said of the other kind rules nothing out', () => {
  const alternating = ['supports', 'differs', 'supports', 'differs', 'supports'] as const;
  const rhythm = preference('Uses no dashes', {
    evidence: alternating.map((says, at) =>
      evidence(`e${at}`, { at, says, task: says === 'supports' ? 'new' : 'reply' }),
    ),
  });
  const answered = preference('warm', {
    evidence: [evidence('e9', { at: 9, says: 'differs', task: 'reply' })],
  });
  expect(told([answered])).toEqual([]);
  expect(told([answered, rhythm])).toEqual(['warm']);
});
