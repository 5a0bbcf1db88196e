import { describe, expect, test } from 'vitest';
import { type Answer, answered } from '../../../src/learning/telling/answer.ts';
import type { Question } from '../../../src/learning/telling/question.ts';
import type { Preference } from '../../../src/learning/types.ts';
import { clock, context, counter, evidence, preference } from '../world.ts';

const ann = 'ann@acme.example';
const hi = preference('Greets with “Hi,”', { revision: 3, evidence: [evidence('e1')] });
const hey = preference('Greets with “Hey,”', { revision: 4, evidence: [evidence('e2')] });
const elsewhere = preference('Greets with “Dear <last name>,”', {
  revision: 5,
  evidence: [evidence('e3', { recipient: 'bob@bee.example' })],
});
const unasked = preference('Closes with “/M”', { evidence: [evidence('e4')] });
const known = [hi, hey, elsewhere, unasked];

const question: Question = {
  slot: 'greeting',
  options: [hi, hey, elsewhere].map(({ id, description }) => ({ preferenceId: id, description })),
};
const answer = (
  chosen: Preference,
  holdsFor: Answer['holdsFor'] = 'recipient',
  to = ann,
): readonly Preference[] =>
  answered(question, { preferenceId: chosen.id, holdsFor }, known, context({ to }), {
    clock,
    ids: counter('new'),
  });

describe('an answer', () => {
  test('makes the chosen preference the user’s own word for this person', () => {
    const [own, ...others] = answer(hi);
    expect(own).toEqual({
      ...hi,
      origin: 'user',
      scope: { kind: 'recipient', address: ann },
      status: 'active',
      confidence: 1,
      revision: 4,
      updatedAt: 5_000,
    });
    expect(others.map(({ id }) => id)).toEqual([hey.id]);
  });

  test('supersedes what was learned with these people alone, and leaves the rest', () => {
    const superseded = answer(hi).find(({ id }) => id === hey.id);
    expect(superseded).toMatchObject({ status: 'superseded', origin: 'learned', revision: 5 });
    expect(answer(hi).map(({ id }) => id)).not.toContain(elsewhere.id);
    expect(answer(hi).map(({ id }) => id)).not.toContain(unasked.id);
  });

  test('takes nothing from others that the chosen one was learned with', () => {
    const changed = answer(elsewhere);
    expect(changed.map(({ id }) => id)).not.toContain(elsewhere.id);
    expect(changed.find(({ origin }) => origin === 'user')).toMatchObject({
      id: 'new-1',
      description: elsewhere.description,
      scope: { kind: 'recipient', address: ann },
      evidence: [],
      confidence: 1,
      revision: 0,
      createdAt: 5_000,
    });
  });

  test('may hold for the domain, but not for a public provider', () => {
    const scopeOf = (to: string) => answer(elsewhere, 'domain', to).at(-1)?.scope;
    expect(scopeOf(ann)).toEqual({ kind: 'domain', domain: 'acme.example' });
    expect(scopeOf('ann@gmail.com')).toEqual({ kind: 'recipient', address: 'ann@gmail.com' });
    expect(answer(hi, 'domain').map(({ id }) => id)).toEqual([hi.id, hey.id]);
  });

  test('that nobody asked for, or that comes too late, is refused', () => {
    expect(() => answer(unasked)).toThrow('not-found');
    expect(() => answer(hi, 'recipient', '')).toThrow('not-found');
    const gone = { preferenceId: hi.id, holdsFor: 'recipient' } as const;
    expect(() => answered(question, gone, [hey], context(), { clock, ids: counter() })).toThrow(
      'not-found',
    );
  });
});
