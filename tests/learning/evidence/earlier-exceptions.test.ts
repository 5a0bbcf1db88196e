import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEarlierExceptions } from '../../../src/learning/evidence/earlier-exceptions.ts';
import type { Neighbour } from '../../../src/learning/ports.ts';
import type { Preference } from '../../../src/learning/types.ts';
import { context, episode, evidence, neighbour, preference } from '../world.ts';

const bob = 'bob@birch.example';
const cid = 'cid@cedar.example';
const hi = preference('Greets with “Hi <first name>,”', {
  facet: 'greeting',
  evidence: [evidence('now', { at: 50 })],
});
const toAnn = episode({ id: 'now', at: 50 });

const greeted = (to: string, greeting: string, at: number, id = `e${at}`): Neighbour =>
  neighbour({ id, at, context: context({ to }), final: `${greeting}\n\nthe plans are here.` });
const named = (to: string, name: string, greeting: string, at: number): Neighbour =>
  neighbour({
    id: `e${at}`,
    at,
    context: context({ recipients: [{ address: to, name }] }),
    final: `${greeting}\n\nthe plans are here.`,
  });
const learned = (one: Preference, ...earlier: readonly Neighbour[]) =>
  withEarlierExceptions(one, toAnn, earlier);
const exceptions = (...asked: Parameters<typeof learned>) =>
  learned(...asked).evidence.flatMap(({ says, recipient, episodeId }) =>
    says === 'differs' ? [`${recipient} ${episodeId}`] : [],
  );

describe('earlier mails to others', () => {
  test('that were written otherwise make exceptions, told by code', () => {
    const found = learned(hi, greeted(bob, 'Dear Bob,', 3), greeted(cid, 'Hello,', 2));
    expect(found).toEqual({
      ...hi,
      evidence: [
        evidence('e2', { says: 'differs', at: 2, recipient: cid }),
        evidence('e3', { says: 'differs', at: 3, recipient: bob }),
        ...hi.evidence,
      ],
    });
  });

  test('that were written the same way change nothing', () => {
    expect(learned(hi, named(bob, 'Bob Birch', 'Hi Bob,', 3))).toBe(hi);
    expect(learned(hi)).toBe(hi);
  });

  test('count once a person, by the newest', () => {
    const changed = [named(bob, 'Bob Birch', 'Hi Bob,', 9), greeted(bob, 'Dear Bob,', 3)];
    expect(exceptions(hi, ...changed)).toEqual([]);
    expect(exceptions(hi, greeted('Bob@BIRCH.example', 'Yo,', 4), ...changed.slice(1))).toEqual([
      'Bob@BIRCH.example e4',
    ]);
  });

  test('that give no occasion to tell leave it to older ones', () => {
    const briefly = preference('Writes one paragraph');
    const line = neighbour({ id: 'e9', at: 9, context: context({ to: bob }), final: 'Yes, I do.' });
    const spread = 'Yes, I do.\n\nThe plans are here.';
    const older = neighbour({ id: 'e3', at: 3, context: context({ to: bob }), final: spread });
    expect(exceptions(briefly, line, older)).toEqual([`${bob} e3`]);
    expect(exceptions(briefly, line)).toEqual([]);
  });

  test('are left out where they went to this person or their people, to nobody, or nowhere', () => {
    expect(
      learned(
        hi,
        greeted('ann@acme.example', 'Dear Ann,', 1),
        greeted('amy@acme.example', 'Dear Amy,', 2),
        greeted('', 'Dear Sir,', 3),
        neighbour({ id: 'e4', context: context({ to: bob }), final: null }),
      ),
    ).toBe(hi);
  });

  test('of a public provider are to somebody else', () => {
    const toAnnAtHome = episode({ id: 'now', at: 50, context: context({ to: 'ann@gmail.com' }) });
    const { evidence: found } = withEarlierExceptions(hi, toAnnAtHome, [
      greeted('bob@gmail.com', 'Dear Bob,', 1),
      greeted('ann@gmail.com', 'Dear Ann,', 2),
    ]);
    expect(found.map(({ recipient }) => recipient)).toEqual(['bob@gmail.com', 'ann@acme.example']);
  });
});

describe('a description', () => {
  test('of several habits fails where one of them does', () => {
    const both = preference('Greets with “Dear Bob,”; Uses no dashes');
    const dashed = neighbour({
      id: 'e1',
      context: context({ to: bob }),
      final: 'Dear Bob,\n\nthe plans – all of them – are here.',
    });
    expect(exceptions(both, dashed)).toEqual([`${bob} e1`]);
    expect(exceptions(both, greeted(bob, 'Dear Bob,', 1))).toEqual([]);
  });

  test('that no code understands is read by the words it quotes', () => {
    const pls = preference('Says “pls” where others say “please”', { facet: 'wording' });
    expect(exceptions(pls, greeted(bob, 'Bob, please look:', 1))).toEqual([`${bob} e1`]);
    expect(exceptions(pls, greeted(bob, 'Bob, pls look:', 1))).toEqual([]);
    expect(exceptions(preference('Sounds like the sea'), greeted(bob, 'Bob, please:', 1))).toEqual(
      [],
    );
  });
});

test('whatever was sent: one exception a person, none for this one’s people, in any order', () => {
  const people = [bob, cid, 'ann@acme.example', 'amy@acme.example', 'Bob@Birch.example', ''];
  const mail = fc.tuple(fc.constantFrom(...people), fc.constantFrom('Hi,', 'Dear all,', 'Hi Bob,'));
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 8 }), (sent) => {
      const earlier = sent.map(([to, greeting], at) => greeted(to, greeting, at));
      const { evidence: found, ...others } = learned(hi, ...earlier);
      expect({ ...others, evidence: hi.evidence }).toEqual(hi);
      const added = found.filter((entry) => !hi.evidence.includes(entry));
      const whom = added.map(({ recipient }) => recipient.toLowerCase());
      expect(added.every(({ says }) => says === 'differs')).toBe(true);
      expect(new Set(whom).size).toBe(whom.length);
      expect(whom.filter((one) => one === '' || one.endsWith('acme.example'))).toEqual([]);
      expect(learned(hi, ...earlier.toReversed()).evidence).toEqual(found);
    }),
  );
});
