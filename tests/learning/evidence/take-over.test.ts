import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takenOver } from '../../../src/learning/evidence/take-over.ts';
import {
  type Evidence,
  type Preference,
  type Scope,
  statuses,
} from '../../../src/learning/types.ts';
import { context, described, episode, evidence, preference } from '../world.ts';

const ann = 'ann@acme.example';
const bob = 'bob@birch.example';
const acme: Scope = { kind: 'domain', domain: 'acme.example' };
const now = 10;
const toAnn = episode({ id: 'now', at: now, context: context({ to: ann }) });

const said = (
  says: Evidence['says'],
  at: number,
  recipient: string = ann,
  id = `${recipient} ${at}`,
): Evidence => evidence(id, { says, at, recipient });
const contradicted = said('contradicts', now, ann, toAnn.id);

const hi = preference('Greets with “Hi”', { facet: 'greeting', evidence: [said('supports', 1)] });
const dear = preference('Greets with “Dear”', {
  facet: 'greeting',
  scope: acme,
  status: 'provisional',
  evidence: [said('differs', 2, bob), said('supports', now, ann, toAnn.id)],
});

/** What becomes of a habit that the episode goes against, and of the one that it shows. */
function turn(
  old: Preference,
  {
    heir = dear,
    from = toAnn,
    word = contradicted,
  }: { heir?: Preference; from?: typeof toAnn; word?: Evidence } = {},
) {
  const after = [{ ...old, evidence: [...old.evidence, word] }, heir];
  const told = new Map([[heir.id, described(heir.description, { facet: heir.facet })]]);
  const result = takenOver([old], after, told, from);
  return { old: result[0], heir: result[1], isSame: result === after };
}

describe('a habit that somebody had and turned away from', () => {
  test('is replaced by the new one wherever it held', () => {
    const { old, heir } = turn(hi);
    expect(old).toMatchObject({ id: hi.id, status: 'superseded' });
    expect(heir).toMatchObject({ scope: { kind: 'everywhere' }, status: 'provisional' });
    // Bob wrote otherwise while he had the old one.
    expect(heir?.evidence.map(({ says }) => says)).toEqual(['supports']);
  });

  test('narrows nothing', () => {
    const wide = { ...dear, scope: { kind: 'everywhere' } as const };
    expect(turn({ ...hi, scope: acme }, { heir: wide }).heir?.scope).toEqual({
      kind: 'everywhere',
    });
  });

  test('is replaced though others left it before, as long as it never came back', () => {
    const left = [said('supports', 1), said('contradicts', 3, bob)];
    expect(turn({ ...hi, evidence: left }).old?.status).toBe('superseded');
  });

  test('gives its heir the widest of the scopes where several are replaced', () => {
    const others = [hi, { ...hi, id: 'second', scope: acme }];
    const after = others.map((one) => ({ ...one, evidence: [...one.evidence, contradicted] }));
    const told = new Map([[dear.id, described(dear.description)]]);
    for (const known of [after, after.toReversed()]) {
      const result = takenOver(others, [...known, dear], told, toAnn);
      expect(result.map(({ status }) => status)).toEqual([
        'superseded',
        'superseded',
        'provisional',
      ]);
      expect(result[2]?.scope).toEqual({ kind: 'everywhere' });
    }
  });
});

describe('nothing is taken over', () => {
  test('from a habit that depends on people: it was left before and came back', () => {
    const back = [said('supports', 1), said('contradicts', 3, bob), said('supports', 4, bob)];
    expect(turn({ ...hi, evidence: back }).isSame).toBe(true);
  });

  test('by somebody who never had it', () => {
    expect(turn({ ...hi, evidence: [said('supports', 1, bob)] }).isSame).toBe(true);
    expect(turn({ ...hi, evidence: [said('contradicts', 1)] }).isSame).toBe(true);
    expect(turn({ ...hi, evidence: [said('confirms', 1, 'Ann@ACME.example')] }).old?.status).toBe(
      'superseded',
    );
  });

  test('where the mail is only an exception', () => {
    expect(turn(hi, { word: said('differs', now, ann, toAnn.id) }).isSame).toBe(true);
    expect(turn(hi, { word: said('contradicts', now, ann, 'another mail') }).isSame).toBe(true);
  });

  test('by an old mail that is learned from late', () => {
    const since = [said('supports', 1), said('confirms', now + 1, bob)];
    expect(turn({ ...hi, evidence: since }).isSame).toBe(true);
  });

  test('by a mail that was learned from before', () => {
    const known = { ...hi, evidence: [...hi.evidence, contradicted] };
    const after = [known, dear];
    const told = new Map([[dear.id, described(dear.description)]]);
    expect(takenOver([known], after, told, toAnn)).toBe(after);
  });

  test('by a mail to nobody in particular', () => {
    const toNobody = episode({ id: 'now', at: now, context: context({ to: '' }) });
    const nameless = { ...hi, evidence: [said('supports', 1, '')] };
    expect(turn(nameless, { from: toNobody }).isSame).toBe(true);
  });

  test('by a habit that is about something else, or about a part of it only', () => {
    const closing = preference('Closes with “Cheers”', { facet: 'closing' });
    expect(turn(hi, { heir: closing }).isSame).toBe(true);
    const both = { ...hi, description: 'Greets with “Hi”; Closes with “Bye”' };
    expect(turn(both).isSame).toBe(true);
    const vague = preference('Sounds like the sea', { evidence: hi.evidence });
    expect(turn(vague, { heir: preference('Sounds like the wind') }).isSame).toBe(true);
  });

  test('by what the user wrote, nor from what they paused or has been replaced already', () => {
    expect(turn(hi, { heir: { ...dear, origin: 'user' } }).isSame).toBe(true);
    expect(turn({ ...hi, status: 'paused' }).isSame).toBe(true);
    expect(turn({ ...hi, status: 'superseded' }).isSame).toBe(true);
  });
});

test('nobody untouched changes, and of the others nothing but what is promised', () => {
  const entry = fc.record({
    says: fc.constantFrom<Evidence['says']>('supports', 'confirms', 'contradicts', 'differs'),
    at: fc.nat({ max: 12 }),
    recipient: fc.constantFrom(ann, bob, ''),
  });
  const one = fc.record({
    description: fc.constantFrom(hi.description, dear.description, 'Closes with “Bye”', 'Warm'),
    entries: fc.array(entry, { maxLength: 4 }),
    status: fc.constantFrom(...statuses),
    origin: fc.constantFrom<Preference['origin']>('learned', 'user'),
    scope: fc.constantFrom<Scope>(acme, { kind: 'everywhere' }, { kind: 'nearby' }),
    part: fc.constantFrom('untouched', 'contradicted', 'told'),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (all) => {
      const before = all.map(({ description, entries, status, origin, scope }, index) =>
        preference(description, {
          id: `p${index}`,
          evidence: entries.map(({ says, at, recipient }) => said(says, at, recipient)),
          status,
          origin,
          scope,
        }),
      );
      const partOf = (index: number) => all[index]?.part;
      const after = before.map((known, index) =>
        partOf(index) === 'contradicted'
          ? { ...known, evidence: [...known.evidence, contradicted] }
          : known,
      );
      const told = new Map(
        before.flatMap(({ id, description }, index) =>
          partOf(index) === 'told' ? [[id, described(description)] as const] : [],
        ),
      );
      const result = takenOver(before, after, told, toAnn);
      expect(result).toHaveLength(after.length);
      for (const [index, old] of after.entries()) {
        const now = result[index];
        if (partOf(index) === 'untouched' || (told.has(old.id) && old.origin === 'user')) {
          expect(now).toBe(old);
        } else if (told.has(old.id)) {
          expect(now).toEqual({ ...old, scope: now?.scope, evidence: now?.evidence });
        } else {
          expect(now).toEqual({ ...old, status: now?.status });
        }
      }
    }),
  );
});
