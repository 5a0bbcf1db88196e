import { expect, test } from 'vitest';
import type { Context, Guidance, Tone } from '../../src/learning/types.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';

const ana = { address: 'ana@acme.example', name: 'Ana Lopez' };
const context: Context = {
  task: 'reply',
  site: 'mail.example.com',
  recipients: [ana],
  subject: 'Report',
  incoming: { from: ana, text: 'When can I have the report?' },
  notes: 'report on Thursday',
  language: 'en',
};
const writer = createBuiltinWriter({ name: 'Sam' });
const guidance = (description: string): Guidance => ({
  text: `1. ${description}`,
  preferences: [{ id: 'p', revision: 0, facet: 'greeting', description }],
});
const draft = async (own: Guidance | null = null) =>
  (await writer.draft({ context, guidance: own, examples: [] })).text;
const rework = async (text: string, tone: Tone | null, own: Guidance | null = null) =>
  (await writer.draft({ context, guidance: own, examples: [], rework: { text, tone } })).text;
const words = (text: string) => text.split(/\s+/u).length;

test('its own draft gets shorter and plainer by its courtesies alone', async () => {
  const first = await draft();
  for (const tone of ['shorter', 'plainer'] as const) {
    const next = await rework(first, tone);
    expect(words(next)).toBeLessThan(words(first));
    expect(next).toContain('Thursday');
    expect(next).not.toMatch(/Thank/);
  }
});

test('a short one gets longer and warmer without saying anything new', async () => {
  const curt = guidance('Writes no courtesies');
  const first = await draft(curt);
  for (const tone of ['longer', 'warmer'] as const) {
    const next = await rework(first, tone, curt);
    expect(words(next)).toBeGreaterThan(words(first));
    expect(next.match(/Thursday/g)).toHaveLength(1);
  }
});

const typed = "Hey Ana,\n\nI'm late with it. You get it on Friday, promised!\n\nBest\nSam";

test('what somebody typed is kept word for word, greeting and closing too', async () => {
  expect(await rework(typed, null)).toBe(typed);
});

test('what somebody typed follows their preferences', async () => {
  const next = await rework(typed, null, guidance('Greets with “Hi <first name>,”'));
  expect(next).toBe(typed.replace('Hey Ana,', 'Hi Ana,'));
});

test('plainer takes the courtesies and the shouting out of it, and nothing that is said', async () => {
  const polite = typed.replace("I'm late", "Thank you for your message. I'm late");
  const next = await rework(polite, 'plainer');
  expect(next).toContain('late with it. You get it on Friday, promised.');
  expect(next).not.toMatch(/Thank|!/);
});
