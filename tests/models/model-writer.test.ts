import { expect, test } from 'vitest';
import { createModelWriter } from '../../src/models/model-writer.ts';
import { createOpenAiModel } from '../../src/models/openai.ts';
import type { OutboundRequest } from '../../src/models/outbound.ts';
import { startModelServer } from '../fixtures/model-server.ts';
import type { AskedPrompt } from '../fixtures/recorded-request.ts';
import { context, episode } from '../learning/world.ts';
import { key } from './with-server.ts';

const mail = 'ann@acme.example';
const phone = '+44 20 7946 0958';
const link = 'https://acme.example/plans?token=x1';
const secrets = [mail, phone, link, 'token=x1', '7946'];
const notes = `Tell her: write to ${mail} or call ${phone}, plans at ${link}.`;
const order = {
  context: context({ to: mail, notes }),
  guidance: null,
  examples: [],
};

async function writing(reply: (prompt: AskedPrompt) => string, masks = true) {
  const server = await startModelServer({ reply });
  const noted: OutboundRequest[] = [];
  const left: number[] = [];
  const log = {
    note: (request: OutboundRequest) => void noted.push(request),
    left: (count: number) => void left.push(count),
  };
  const model = createOpenAiModel({
    baseUrl: server.baseUrl,
    key,
    model: 'm',
    timeoutMs: 5_000,
    log,
  });
  return {
    server,
    noted,
    left,
    writer: createModelWriter(model, masks, log),
  };
}

const placeholdersOf = ({ user }: AskedPrompt): string =>
  [...new Set(user.match(/\[(?:email|phone|link)-\d\]/g))].join(', ');

test('a server sees none of the identifiers, and the draft has them all', async () => {
  const { server, writer, left } = await writing((prompt) => `Hi,\n\n${placeholdersOf(prompt)}.`);
  let shown = '';
  const onText = (piece: string): void => {
    shown += piece;
  };
  const { text } = await writer.draft(order, { onText });
  expect(text).toBe(`Hi,\n\n${mail}, ${phone}, ${link}.`);
  expect(shown).toBe(text);
  expect(left).toEqual([]);
  const sent = JSON.stringify(server.requests);
  for (const secret of secrets) expect(sent).not.toContain(secret);
  expect(server.requests[0]?.system).toContain('copy it letter for letter');
  await server.close();
});

test('switched off, everything is sent as it is', async () => {
  const { server, writer } = await writing(() => `Write to ${mail} or [email-1].`, false);
  const { text } = await writer.draft(order);
  expect(text).toBe(`Write to ${mail} or [email-1].`);
  expect(server.requests[0]?.user).toContain(notes);
  await server.close();
});

test('a placeholder the model made up stays visible and is noted', async () => {
  const { server, writer, left } = await writing(
    () => 'Write to [email-1] or [email-7], (email-1).',
  );
  const { text } = await writer.draft(order);
  expect(text).toBe('Write to ann@acme.example or [email-7], (email-1).');
  expect(left).toEqual([1]);
  await server.close();
});

test('no identifier gets into a preference', async () => {
  const { server, writer } = await writing(() =>
    JSON.stringify({
      preferences: [
        { facet: 'closing', description: 'Closes with [phone-1]', before: '', after: '' },
        { facet: 'closing', description: 'Closes with “Cheers”', before: '', after: 'Cheers' },
      ],
      shown: [],
      against: [],
    }),
  );
  const { context: given, draft } = episode({ id: 'e' });
  const final = `${draft}\n\nCheers\n${phone}`;
  const edit = { context: given, draft, final, guidance: null, known: [] };
  const { preferences } = await writer.infer(edit, 'components');
  expect(preferences.map(({ description }) => description)).toEqual(['Closes with “Cheers”']);
  expect(server.requests[0]?.user).toContain('[phone-1]');
  await server.close();
});

test('every request is noted with what it was for, without key or identifiers', async () => {
  for (const masks of [true, false]) {
    const { server, writer, noted } = await writing(() => 'Hi there.', masks);
    server.misbehave('500');
    await writer.draft(order).catch(() => undefined);
    await writer.revise({ ...order, text: `${key} ${mail}`, violated: ['Be brief.'] });
    await server.close();
    await writer.draft(order).catch(() => undefined);
    expect(noted).toMatchObject([
      { method: 'POST', path: '/v1/chat/completions', purpose: 'draft', status: 500 },
      { purpose: 'revise', status: 200 },
      { purpose: 'draft', status: null },
    ]);
    expect(noted.map(({ host }) => `http://${host}/v1`)).toEqual(Array(3).fill(server.baseUrl));
    const [first] = noted;
    expect(first?.bytes).toBe(
      new TextEncoder().encode(JSON.stringify(server.requests[0]?.body)).byteLength,
    );
    const written = JSON.stringify(noted);
    for (const secret of [key, ...secrets]) expect(written).not.toContain(secret);
    expect(written).toContain('Tell her: write to [email');
  }
});

test('a model that says nothing readable of two edits in a row is asked about no more', async () => {
  const readable = '{"preferences": []}';
  const replies = ['No.', 'No.', readable, 'No.', 'No.', 'No.', 'No.'];
  const { server, writer } = await writing(() => replies.shift() ?? readable);
  const { context: given, draft } = episode({ id: 'e' });
  const edit = { context: given, draft, final: `${draft}\n\nCheers`, guidance: null, known: [] };
  const inferred = () =>
    writer.infer(edit, 'components').then(
      () => 'read',
      () => 'not read',
    );
  // Each edit is asked about twice where the first answer cannot be read.
  expect([await inferred(), await writer.describes?.()]).toEqual(['not read', true]);
  expect([await inferred(), await writer.describes?.()]).toEqual(['read', true]);
  expect([await inferred(), await writer.describes?.()]).toEqual(['not read', true]);
  expect([await inferred(), await writer.describes?.()]).toEqual(['not read', false]);
  await server.close();
});

test('a server’s bad day says nothing about what its model can do', async () => {
  const { server, writer } = await writing(() => 'Hi.');
  server.misbehave('html', Number.POSITIVE_INFINITY);
  const { context: given, draft } = episode({ id: 'e' });
  const edit = { context: given, draft, final: `${draft}\n\nCheers`, guidance: null, known: [] };
  for (let edits = 0; edits < 3; edits++) {
    await expect(writer.infer(edit, 'components')).rejects.toMatchObject({ code: 'bad-answer' });
  }
  expect(await writer.describes?.()).toBe(true);
  await server.close();
});
