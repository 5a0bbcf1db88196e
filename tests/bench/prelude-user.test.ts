import { describe, expect, test } from 'vitest';
import { readText } from '../../bench/learning/model/read-text.ts';
import { readYes } from '../../bench/learning/prelude/play-user.ts';
import { roundsOf } from '../../bench/learning/prelude/rounds.ts';
import { createPreludeUser } from '../../bench/learning/prelude/user.ts';
import type { AskedPrompt } from '../fixtures/recorded-request.ts';
import { faultOf } from '../models/with-server.ts';
import { modelsFor, withPeople } from './people.ts';
import { everybody, partsOf } from './people-replies.ts';

const article = 'The ferry to Sorrel runs on batteries from the first of June.';
const draft =
  'Dear all,\n\nThe ferry now runs on batteries, from June on, and tickets stay the same.\n\nRegards';

/** A user with one thing to write, over real HTTP. */
async function oneUser({
  reply = everybody(),
  faithful = false,
  fact,
}: {
  reply?: (prompt: AskedPrompt) => string;
  faithful?: boolean;
  fact?: string;
} = {}) {
  const server = await withPeople(reply);
  const { userModel } = await modelsFor(server);
  const notes: string[] = [];
  const record = {
    id: 'r1',
    domain: 'box',
    text: article,
    preference: 'opens “Hi,” and closes “Cheers”',
    fact,
    place: 'x:1',
  };
  const rounds = roundsOf([record], 'email', 'given');
  const user = createPreludeUser(rounds, { task: 'email', faithful, userModel }, (note) =>
    notes.push(note),
  );
  const [round] = rounds;
  if (!round) throw new Error('There is no round.');
  return {
    server,
    notes,
    user,
    edit: async (text: string) => (await user.edit(text, round)).final,
    round,
  };
}

/** Answers the question and the request for an edit in turn. */
const says = (whether: string, edited: string) => (prompt: AskedPrompt) =>
  /yes or no/.test(prompt.system) ? whether : edited;

describe('the user of prelude', () => {
  test('edits what does not suit them, and is content with the result', async () => {
    const { edit, server } = await oneUser();
    const final = await edit(draft);
    expect(final).toBe(
      'Hi,\n\nThe ferry now runs on batteries, from June on, and tickets stay the same.\n\nCheers',
    );
    expect(server.requests).toHaveLength(2);
    expect(await edit(final)).toBe(final);
    expect(server.requests).toHaveLength(3);
  });

  test('sees the article, and is asked for few changes; the paper’s user is neither', async () => {
    const careful = await oneUser();
    await careful.edit(draft);
    for (const request of careful.server.requests)
      expect(partsOf(request).get('material')).toBe(article);
    expect(careful.server.requests[1]?.system).toMatch(/few changes/);

    const faithful = await oneUser({ faithful: true });
    await faithful.edit(draft);
    expect(faithful.server.requests).toHaveLength(2);
    for (const request of faithful.server.requests) {
      expect(JSON.stringify(request.body)).not.toContain('Sorrel');
      expect(request.system).not.toMatch(/few|minimal|as little/i);
    }
  });

  test('puts a fact right, however the draft reads', async () => {
    const { edit, server } = await oneUser({ fact: 'Tickets become dearer.' });
    const final = await edit('Hi,\n\nThe ferry runs on batteries.\n\nCheers');
    expect(final).toBe('Hi,\n\nThe ferry runs on batteries. Tickets become dearer.\n\nCheers');
    expect(server.requests.every(({ user }) => user.includes('Tickets become dearer.'))).toBe(true);
    expect(await edit(final)).toBe(final);
  });

  test.each([
    ['an answer without yes or no', says('Perhaps.', 'Never asked for.'), 2],
    ['an answer to the wrong question', says('No.', 'No.'), 3],
    ['an edit of quotation marks only', says('No.', '""'), 3],
  ])(
    '%s is asked for again once, then the draft counts as unedited and is noted',
    async (_, reply, calls) => {
      const { edit, server, notes } = await oneUser({ reply });
      expect(await edit(draft)).toBe(draft);
      expect(server.requests).toHaveLength(calls);
      expect(notes).toEqual([expect.stringMatching(/round r1.*unedited/)]);
    },
  );

  test('the second answer counts where it is of use', async () => {
    let asked = 0;
    const { edit, notes } = await oneUser({
      reply: (prompt) =>
        ++asked === 1 ? 'Hm.' : says('No.', 'Hi,\n\nThe ferry.\n\nCheers')(prompt),
    });
    expect(await edit(draft)).toBe('Hi,\n\nThe ferry.\n\nCheers');
    expect(notes).toEqual([]);
  });

  test('to the paper’s user all that is not yes is no', async () => {
    const reply = says('Perhaps.', 'Hi,\n\nThe ferry.\n\nCheers');
    const { edit, notes } = await oneUser({ reply, faithful: true });
    expect(await edit(draft)).toContain('Cheers');
    expect(notes).toEqual([]);
  });

  test('a server that never says anything is no content user', async () => {
    const { edit, server } = await oneUser();
    server.misbehave('html', Number.POSITIVE_INFINITY);
    expect((await faultOf(edit(draft))).code).toBe('bad-answer');
  });

  test('an empty answer in between counts as unedited', async () => {
    const { edit, server, notes } = await oneUser();
    await edit(draft);
    server.misbehave('html', 2);
    expect(await edit(draft)).toBe(draft);
    expect(notes).toHaveLength(1);
  });
});

describe('answers', () => {
  test.each([
    ['Yes.', true],
    ['yes, as it has no closing', true],
    ['**Yes**', true],
    ['No – it greets too stiffly. Yes to the rest.', false],
    ['Nobody would.', null],
    ['Yesterday', null],
    ['', null],
  ])('%j is read as %s', (answer, yes) => {
    expect(readYes(answer)).toBe(yes);
  });

  test.each([
    ['Hi,\nhello.', 'Hi,\nhello.'],
    ['```\nHi,\nhello.\n```', 'Hi,\nhello.'],
    ['```text\nHi.\n```', 'Hi.'],
    ['Here is the edited mail:\n\nHi,\nhello.', 'Hi,\nhello.'],
    ['Sure! Here’s the text:\n```\nHi.\n```', 'Hi.'],
    ['“Hi, hello.”', 'Hi, hello.'],
    ['“Hi,” she said, “hello.”', '“Hi,” she said, “hello.”'],
    ['<<<draft 1a2b\nHi.\n1a2b end of draft>>>', 'Hi.'],
    ['Here is what we know: nothing.', 'Here is what we know: nothing.'],
    ['```\n\n```', null],
    ['  ', null],
  ])('%j holds the text %j', (answer, text) => {
    expect(readText(answer)).toBe(text);
  });
});
