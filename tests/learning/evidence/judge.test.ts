import { describe, expect, test } from 'vitest';
import { standardElements } from '../../../src/learning/elements.ts';
import { judge } from '../../../src/learning/evidence/judge.ts';
import type { Comparison, Evidence, Preference } from '../../../src/learning/types.ts';
import { context, described, episode, evidence, preference } from '../world.ts';

const cheers = preference('Closes with “Cheers”', { facet: 'closing' });
const plain = preference('Puts the matter first', { facet: 'tone' });
const draft = 'Hello,\n\nyes, we can.\n\nCheers';

/** What a mail says of a preference: to Ann, written with it or without, edited to `final`. */
function says(
  one: Preference,
  final: string,
  {
    applied = false,
    inferred = {},
    from = draft,
    exceptions = true,
    comparison,
  }: {
    applied?: boolean;
    inferred?: Partial<Parameters<typeof judge>[0]>;
    from?: string;
    exceptions?: boolean;
    comparison?: Comparison;
  } = {},
): Evidence['says'] | null {
  const { id, revision, facet, description } = one;
  const mail = episode({
    id: 'now',
    at: 9_000,
    context: context(),
    draft: from,
    ...(comparison && { comparison }),
    guidance: applied
      ? { text: description, preferences: [{ id, revision, facet, description }] }
      : null,
  });
  const found = { preferences: [], confirmed: [], contradicted: [], ...inferred };
  const elements = { ...standardElements, exceptions };
  return judge(found, { ...mail, final }, elements, false)(one)?.says ?? null;
}

const withCheers = 'Hello,\n\nsure, we can.\n\nCheers';
const withRegards = 'Hello,\n\nsure, we can.\n\nKind regards';

describe('what code can check', () => {
  test('was applied: kept, undone, or never followed', () => {
    expect(says(cheers, withCheers, { applied: true })).toBe('confirms');
    expect(says(cheers, withRegards, { applied: true })).toBe('contradicts');
    expect(says(cheers, withRegards, { applied: true, from: withRegards })).toBeNull();
  });

  test('was not applied: an exception for these people, once', () => {
    expect(says(cheers, withRegards, { from: withRegards })).toBe('differs');
    expect(says(cheers, withRegards, { from: withRegards, exceptions: false })).toBeNull();
    const known = { ...cheers, evidence: [evidence('e1', { says: 'differs' })] };
    expect(says(known, withRegards, { from: withRegards })).toBeNull();
    expect(says(cheers, withCheers)).toBeNull();
  });

  test('held for this person: what goes otherwise contradicts it', () => {
    const held = { ...cheers, evidence: [evidence('e1')] };
    expect(says(held, withRegards, { from: withRegards })).toBe('contradicts');
  });
});

test('was left out for comparison: only what the user wrote themselves speaks against it', () => {
  const held = { ...cheers, evidence: [evidence('e1')] };
  const without = { from: withRegards, comparison: 'without' } as const;
  expect(says(held, withRegards, without)).toBeNull();
  expect(says(held, withRegards, { ...without, comparison: 'with' })).toBe('contradicts');
  const inferred = {
    preferences: [described('Closes with “Kind regards”', { facet: 'closing' })],
  };
  expect(says(held, withRegards, { from: draft, comparison: 'without', inferred })).toBe(
    'contradicts',
  );
});

describe('what only a model can tell', () => {
  test('was applied and left alone, or undone', () => {
    expect(says(plain, withCheers, { applied: true })).toBe('confirms');
    const inferred = { contradicted: [plain.id] };
    expect(says(plain, withCheers, { applied: true, inferred })).toBe('contradicts');
    expect(says(plain, withCheers, { inferred })).toBe('differs');
  });

  test('was shown again', () => {
    expect(says(plain, withCheers, { inferred: { confirmed: [plain.id] } })).toBe('supports');
    expect(says(plain, withCheers)).toBeNull();
  });
});

test('another value of the same thing speaks against it', () => {
  const odd = preference('Closes as in a letter', { facet: 'closing' });
  const inferred = { preferences: [described('Closes with “Cheers”', { facet: 'closing' })] };
  expect(says(odd, withCheers, { applied: true, inferred })).toBe('contradicts');
  expect(says(cheers, withCheers, { applied: true, inferred })).toBe('confirms');
});

test('nothing is said of what the user wrote, paused or replaced', () => {
  for (const changes of [
    { origin: 'user' },
    { status: 'paused' },
    { status: 'superseded' },
  ] as const) {
    expect(says({ ...cheers, ...changes }, withRegards, { applied: true })).toBeNull();
  }
});
