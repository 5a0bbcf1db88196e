import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writesByTask } from '../../../src/learning/evidence/task-habits.ts';
import type { Evidence, Preference, Task } from '../../../src/learning/types.ts';
import { evidence, preference } from '../world.ts';

const ann = 'ann@acme.example';
const bob = 'bob@birch.example';

/** What mails said one after the other: `n` and `r` new mails and answers, capitals where it held. */
const mails = (told: string, recipient = ann): Evidence[] =>
  [...told].map((letter, at) =>
    evidence(`${recipient} ${at}`, {
      recipient,
      at,
      task: letter.toLowerCase() === 'n' ? 'new' : 'reply',
      says: letter === letter.toLowerCase() ? 'differs' : 'supports',
    }),
  );
const known = (entries: readonly Evidence[], changes: Partial<Preference> = {}): Preference =>
  preference('Brief', { evidence: entries, ...changes });

describe('the kind of message is what habits go by', () => {
  test('where one person gets new mails otherwise than answers, time and again', () => {
    expect(writesByTask([known(mails('NrNrN'))])).toBe(true);
    expect(writesByTask([known(mails('NNrrNNrrN'))])).toBe(true);
  });

  test('no sooner than after four changes of it', () => {
    expect(writesByTask([known(mails('NrNr'))])).toBe(false);
  });

  test('which several preferences and several people tell together', () => {
    expect(writesByTask([known(mails('NrN')), known(mails('nRn'))])).toBe(true);
    expect(writesByTask([known([...mails('NrN'), ...mails('nRn', bob)])])).toBe(true);
  });

  test('confirmations and contradictions tell it like everything else', () => {
    const softly = mails('NrNrN').map(
      (entry): Evidence => ({ ...entry, says: entry.task === 'new' ? 'confirms' : 'contradicts' }),
    );
    expect(writesByTask([known(softly)])).toBe(true);
  });
});

describe('the kind of message is not what habits go by', () => {
  test('where most habits stay the same from one kind to the next', () => {
    expect(writesByTask([known(mails('NrNrN')), known(mails('NRNRNRN'))])).toBe(false);
  });

  test('where they change within a kind as well', () => {
    expect(writesByTask([known(mails('NnrNRrnR'))])).toBe(false);
    // One mail in four that goes otherwise is an accident.
    expect(writesByTask([known(mails('NnNNNNNNNrNrN'))])).toBe(true);
    expect(writesByTask([known(mails('NnNNNNNNrNrN'))])).toBe(false);
  });

  test('where it is people that are written to differently', () => {
    const answered = mails('rrrrr', bob);
    const mixed = mails('NNNNN').flatMap((entry, at) => [entry, ...answered.slice(at, at + 1)]);
    expect(writesByTask([known(mixed)])).toBe(false);
  });

  test('by what the user wrote, or by mails to nobody in particular', () => {
    expect(writesByTask([known(mails('NrNrN'), { origin: 'user' })])).toBe(false);
    expect(writesByTask([known(mails('NrNrN', ''))])).toBe(false);
  });

  test('but one person is one person, however their address is written', () => {
    const [first, ...others] = mails('NrNrN');
    const spelled = [{ ...evidence(''), ...first, recipient: 'Ann@ACME.example' }, ...others];
    expect(writesByTask([known(spelled)])).toBe(true);
  });
});

describe('in general', () => {
  const task = fc.constantFrom<Task>('new', 'reply', 'forward');
  const person = fc.constantFrom(ann, bob, 'cid@cedar.example', '');
  const entries = fc.array(
    fc.record({ task, recipient: person, says: fc.constantFrom('supports', 'differs') }),
    { maxLength: 12 },
  );
  const told = (all: readonly Partial<Evidence>[]): Preference =>
    known(all.map((one, at) => evidence(`e${at}`, { ...one, at })));

  test('a user whose habits never change with anybody does not write by the kind of message', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 5 }), fc.func(fc.boolean()), (all, holds) => {
        const steady = all.map((one, index) =>
          told(
            one.map((entry) => ({
              ...entry,
              says: holds(index, entry.recipient) ? ('supports' as const) : ('differs' as const),
            })),
          ),
        );
        expect(writesByTask(steady)).toBe(false);
      }),
    );
  });

  test('the order of the preferences makes no difference', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 5 }), (all) => {
        const given = all.map(told);
        expect(writesByTask(given.toReversed())).toBe(writesByTask(given));
      }),
    );
  });
});
