import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alex, rivera } from '../../bench/mailbox/messages.ts';
import { askExtension, listPreferences } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { domainOf } from '../../src/learning/evidence/address.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

const plan = planRounds(14);
const toAlex = plan.filter(({ recipient }) => recipient === alex.address);
const toRivera = plan.filter(({ recipient }) => recipient === rivera.address);

describe.each(browserNames)('the loop in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
    await setUp(practice.desk, null);
  });
  afterAll(() => practice?.close());

  const play = async (planned: (typeof plan)[number] | undefined) => {
    if (!planned) throw new Error('There is no such mail.');
    return playRound(practice.desk, planned, 1);
  };

  test('what was edited once need not be edited again', async () => {
    const first = await play(toAlex[0]);
    expect(first.used).toEqual([]);
    expect(first.cost).toBeGreaterThan(5);
    expect(first.learned).toContain('Greets with “Hi <first name>,”');
    const second = await play(toAlex[1]);
    expect(second.used).toContain('Greets with “Hi <first name>,”');
    expect(second.normalised).toBeLessThanOrEqual(first.normalised / 2);
  });

  test('what arrives is what stood on the screen', async () => {
    const sent = await practice.mailbox.sent();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toMatch(/^Hi Alex,\n\n[\s\S]+\n\nCheers,\nSam/);
  });

  test('a habit for one person is not applied to another', async () => {
    const round = await play(toRivera[0]);
    expect(round.used).toEqual([]);
    const preferences = await listPreferences(practice.desk.own);
    const greeting = preferences.find(({ description }) => description.includes('“Dear'));
    expect(greeting?.scope).toEqual({ kind: 'domain', domain: domainOf(rivera.address) });
  });

  test('a preference the user changed is used as they changed it, and a deleted one is not', async () => {
    const { own } = practice.desk;
    const preferences = await listPreferences(own);
    const known = (part: string) => {
      const found = preferences.find(
        ({ description, scope }) =>
          description.includes(part) &&
          scope.kind === 'domain' &&
          scope.domain === domainOf(alex.address),
      );
      if (!found) throw new Error(`Nothing like ${part} was learned.`);
      return found;
    };
    const greeting = known('Greets');
    const description = 'Greets with “Hey <first name>!”';
    await askExtension(own, 'preferences.change', {
      id: greeting.id,
      revision: greeting.revision,
      description,
    });
    await askExtension(own, 'preferences.delete', { id: known('Closes').id });
    const round = await play(toAlex[2]);
    expect(round.used).toContain(description);
    expect(round.used.filter((used) => used.startsWith('Closes'))).toEqual([]);
  });
});
