import { describe, expect, it } from 'vitest';
import { factualEdit } from '../../bench/learning/scripted/facts.ts';
import { readMail } from '../../bench/learning/scripted/mail.ts';
import { invented } from '../../bench/learning/scripted/people.ts';
import type { Person, Persona } from '../../bench/learning/scripted/persona.ts';
import { parsePersona } from '../../bench/learning/scripted/persona.ts';
import { simulatedUser } from '../../bench/learning/scripted/user.ts';
import type { Round, SimulatedUser } from '../../bench/learning/types.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';

const persona = (changes: object = {}): Persona =>
  parsePersona(
    {
      name: 'tester',
      about: 'For tests.',
      user: 'Sam Porter',
      people: [
        { name: 'Ann Lee', address: 'ann@acme.example', relation: 'client' },
        { name: 'Bo Holt', address: 'bo@work.example', relation: 'colleague' },
      ],
      rules: [
        {
          id: 'hi',
          wish: { kind: 'greeting', text: 'Hi <first name>,' },
          where: { relations: ['colleague'] },
        },
        { id: 'dear', wish: { kind: 'greeting', text: 'Dear <name>,' }, until: 10 },
        { id: 'good day', wish: { kind: 'greeting', text: 'Good morning,' }, from: 10 },
        {
          id: 'no rush',
          wish: { kind: 'line', place: 'closing', text: 'No rush on this.' },
          where: { relations: ['colleague'], tasks: ['reply'] },
        },
      ],
      ...changes,
    },
    'tester.json',
  );

const builtin = createBuiltinWriter({ name: 'Sam Porter' });
const plainOf = async ({ context }: Round): Promise<string> =>
  (await builtin.draft({ context, guidance: null, examples: [] })).text;
const firstTo = (user: SimulatedUser, kind: string, from = 0): Round => {
  const found = user.rounds
    .slice(from)
    .find((round) => round.kind === kind && round.context.task === 'reply');
  if (!found) throw new Error(`Nobody writes to a ${kind}.`);
  return found;
};
const finals = (user: SimulatedUser): Promise<string[]> =>
  Promise.all(
    user.rounds.map(async (round) => (await user.edit(await plainOf(round), round)).final),
  );

describe('what the user does with a draft', () => {
  const user = simulatedUser(persona(), 1, 30);

  it('is to make it theirs, by whom it goes to', async () => {
    const toBo = firstTo(user, 'colleague');
    const plain = await plainOf(toBo);
    const { final } = await user.edit(plain, toBo);
    expect(final).toBe(
      plain
        .replace('Hello Bo,', 'Hi Bo,')
        .replace('\n\nBest regards', '\n\nNo rush on this.\n\nBest regards'),
    );
    expect((await user.edit(final, toBo)).final).toBe(final);
  });

  it('is to take back what belongs to somebody else', async () => {
    const toAnn = firstTo(user, 'client');
    const plain = await plainOf(toAnn);
    const wrong = plain
      .replace('Hello Ann,', 'Hi Ann,')
      .replace('\n\nBest regards', '\n\nNo rush on this.\n\nBest regards');
    expect((await user.edit(wrong, toAnn)).final).toBe(plain.replace('Hello Ann', 'Dear Ann Lee'));
    expect(user.check?.(wrong, plain, toAnn)).toMatchObject({
      rules: 1,
      satisfied: 0,
      wrongScope: 2,
    });
    expect(user.check?.(plain, plain, toAnn)).toMatchObject({ satisfied: 0, wrongScope: 0 });
    const toBo = firstTo(user, 'colleague');
    const draft = await plainOf(toBo);
    // Bo alone gets the fixed line: only the greeting has another value elsewhere.
    expect(user.check?.(draft, draft, toBo)).toMatchObject({ rules: 2, scoped: 1 });
  });

  it('takes nothing for foreign that is wanted here too', async () => {
    const courtesies = { kind: 'courtesies', use: true };
    const both = simulatedUser(
      persona({
        rules: [
          { id: 'any', wish: courtesies, where: { relations: ['client'] } },
          { id: 'last', wish: { ...courtesies, only: 'closing' } },
        ],
      }),
      1,
      30,
    );
    const toAnn = firstTo(both, 'client');
    const plain = await plainOf(toAnn);
    const draft = plain.replace(/Thank you for your message about [^\n]*\n\n/u, '');
    expect(draft).not.toBe(plain);
    expect(both.check?.(draft, plain, toAnn)).toMatchObject({ satisfied: 1, wrongScope: 0 });
  });

  it('is to take out a fact of another mail', async () => {
    const toAnn = firstTo(user, 'client');
    const good = (await plainOf(toAnn)).replace('Hello Ann', 'Dear Ann Lee');
    const stray = good.replace('\n\nPlease let', ' The door code is 1234.\n\nPlease let');
    expect(stray).not.toBe(good);
    expect((await user.edit(stray, toAnn)).final).toBe(good);
  });

  it('is nothing where nothing is wrong, to the last space', async () => {
    const toAnn = firstTo(user, 'client');
    const good = `${(await plainOf(toAnn)).replace('Hello Ann', 'Dear Ann Lee')}  \n`;
    expect((await user.edit(good, toAnn)).final).toBe(good);
  });

  it('follows a drift, which is told apart from a wrong scope', async () => {
    const later = firstTo(user, 'client', 10);
    const plain = await plainOf(later);
    const old = plain.replace('Hello Ann', 'Dear Ann Lee');
    const now = plain.replace('Hello Ann', 'Good morning');
    expect((await user.edit(old, later)).final).toBe(now);
    expect(user.check?.(old, plain, later)).toMatchObject({ followsDrift: false, wrongScope: 0 });
    expect(user.check?.(now, plain, later)).toMatchObject({ followsDrift: true });
    const alone = simulatedUser(
      persona({
        people: [{ name: 'Ann Lee', address: 'ann@acme.example', relation: 'client' }],
        rules: persona().rules.filter(({ id }) => id === 'dear' || id === 'good day'),
      }),
      1,
      12,
    );
    const greetings = alone.rounds.map(({ wanted }) => wanted);
    expect(greetings.slice(9, 11)).toEqual([
      'Greets with “Dear <name>,”',
      'Greets with “Good morning,”',
    ]);
    expect(user.rounds.map(({ kind, drifted }) => drifted === (kind === 'client'))).toEqual(
      user.rounds.map((_, at) => at >= 10 || user.rounds[at]?.kind === 'colleague'),
    );
  });

  it('depends on chance as often as the persona says', async () => {
    const lazy = await finals(simulatedUser(persona({ edits: 0.5 }), 1, 60));
    const plain = await Promise.all(simulatedUser(persona(), 1, 60).rounds.map(plainOf));
    const unedited = lazy.filter((final, at) => final === plain[at]).length;
    expect(unedited).toBeGreaterThan(18);
    expect(unedited).toBeLessThan(42);
    const blind = await finals(simulatedUser(persona({ blind: 1, facts: 1 }), 1, 60));
    expect(blind).toEqual(plain);
  });

  it('is to change or add a fact besides, never the same one twice', async () => {
    const styled = await finals(simulatedUser(persona(), 1, 40));
    const factual = await finals(simulatedUser(persona({ facts: 1 }), 1, 40));
    const added = factual.flatMap((final, at) => {
      expect(final).not.toBe(styled[at]);
      const sentences = (styled[at] ?? '').split(/(?<=[.?!]) |\n+/u);
      const extra = final.split(/(?<=[.?!]) |\n+/u).filter((one) => !sentences.includes(one));
      const isLonger = final.split(' ').length > (styled[at] ?? '').split(' ').length;
      return isLonger ? extra : [];
    });
    expect(added.length).toBeGreaterThan(10);
    expect(added.length).toBeLessThan(30);
    expect(new Set(added).size).toBe(added.length);
    const mail = readMail('It is done.', { greetings: [], closings: [], lines: [] });
    const many = Array.from({ length: 300 }, (_, at) => factualEdit(mail, at, `round ${at}`));
    expect(new Set(many.map((one) => (one.kind === 'added' ? one.sentence : one))).size).toBe(300);
  });

  it('is the same for the same round, whoever wrote the draft', async () => {
    const changes = { facts: 0.5, edits: 0.5, blind: 0.2 };
    const one = simulatedUser(persona(changes), 3, 20);
    const other = simulatedUser(persona(changes), 3, 20);
    expect(await finals(other)).toEqual(await finals(one));
    const backwards = await Promise.all(
      one.rounds
        .toReversed()
        .map(async (round) => (await one.edit(await plainOf(round), round)).final),
    );
    expect(backwards.toReversed()).toEqual(await finals(one));
    expect(await finals(simulatedUser(persona(changes), 4, 20))).not.toEqual(await finals(one));
  });
});

describe('the mails of a user', () => {
  const user = simulatedUser(
    persona({
      people: [
        { name: 'Ann Lee', address: 'ann@acme.example', relation: 'client', weight: 3 },
        { name: 'Bo Holt', address: 'bo@work.example', relation: 'colleague' },
        { name: 'Cy Moor', address: 'cy@moor.example', relation: 'friend', from: 20 },
        { name: 'Di Moor', address: 'di@moor.example', relation: 'friend', from: 20 },
      ],
      newcomers: [
        { relation: 'client', domain: 'acme.example', rate: 0.15 },
        { relation: 'supplier', rate: 0.15 },
      ],
    }),
    1,
    60,
  );
  const addresses = user.rounds.map(({ context }) => context.recipients[0]?.address ?? '');
  const domainOf = (address: string): string => address.split('@')[1] ?? '';

  it('are never twice the same', () => {
    const texts = user.rounds.map(({ context }) => `${context.subject} ${context.notes}`);
    expect(new Set(texts).size).toBe(60);
    expect(new Set(user.rounds.map(({ id }) => id)).size).toBe(60);
    expect(texts.join()).not.toMatch(/[{}]/u);
    const alone = simulatedUser(
      persona({
        people: [{ name: 'Bo Holt', address: 'bo@work.example', relation: 'colleague' }],
        rules: persona().rules.filter(({ id }) => id === 'hi'),
        replies: 0.5,
      }),
      1,
      60,
    );
    expect(new Set(alone.rounds.map(({ context }) => context.notes)).size).toBe(60);
  });

  it('go to people as they join, the more often the heavier they weigh', () => {
    expect(addresses.indexOf('cy@moor.example')).toBe(20);
    expect(addresses.indexOf('di@moor.example')).toBe(21);
    const to = (address: string): number => addresses.filter((one) => one === address).length;
    expect(to('ann@acme.example')).toBeGreaterThan(to('bo@work.example'));
    const colleagues = new Set(addresses.filter((one) => domainOf(one) === 'acme.example'));
    expect(colleagues.size).toBeGreaterThan(1);
    const suppliers = user.rounds.filter(({ kind }) => kind === 'supplier').length;
    expect(suppliers).toBeGreaterThan(2);
  });

  it('go to a new domain whenever nobody is to know it', () => {
    let met: Person[] = [];
    for (let at = 0; at < 60; at++) {
      met = [...met, invented({ relation: 'client', weight: 1 }, met, `key ${at}`)];
    }
    expect(new Set(met.map(({ address }) => domainOf(address))).size).toBe(60);
  });

  it('are held out for known people, new people and new domains in turn', () => {
    const known = new Set(addresses);
    const domains = new Set(addresses.map(domainOf));
    const held = user.heldOut.map(({ context }) => context.recipients[0]?.address ?? '');
    expect(held).toHaveLength(12);
    expect(held.map((one) => known.has(one))).toEqual(held.map((_, at) => at % 3 === 0));
    expect(held.map((one) => domains.has(domainOf(one)))).toEqual(
      held.map((_, at) => at % 3 !== 2),
    );
  });
});
