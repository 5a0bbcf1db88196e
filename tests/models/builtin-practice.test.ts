import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inferHabits } from '../../src/learning/habits/infer-habits.ts';
import type { Context, Described, Guidance } from '../../src/learning/types.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';
import { saidIt } from '../../src/webmail/quote-words.ts';
import { mailContext } from '../learning/mail-context.ts';

/** How somebody might greet Alex instead, in each language the welcome page speaks. */
const greetings = {
  en: 'Hey Alex,',
  de: 'Hi Alex,',
  es: 'Hola, Alex:',
  fr: 'Salut Alex,',
  ja: 'Alexさん、',
} as const;

const messages = z.record(z.string(), z.object({ message: z.string() }));
const alex = { name: 'Alex Kim', address: 'alex@acme.example' };
const writer = createBuiltinWriter({ name: 'Sam Porter' });

const guidanceOf = (learned: readonly Described[]): Guidance => ({
  text: learned.map(({ description }) => description).join('\n'),
  preferences: learned.map(({ facet, description }, at) => ({
    id: `p${at}`,
    revision: 0,
    facet,
    description,
  })),
});

test.each(Object.entries(greetings))(
  'in %s the welcome page keeps its promise: the second draft begins as the first was changed to',
  async (language, greeting) => {
    const sentences = messages.parse(
      JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')),
    );
    const say = (key: string): string => sentences[key]?.message ?? '';
    // The words that the welcome page itself suggests.
    const notes = /[“„«「]\s*(.+?)\s*[”“»」]/u.exec(say('practice_step_edit'))?.[1] ?? '';
    const answerTo = (mail: string): Context =>
      mailContext({
        task: 'reply',
        recipients: [alex],
        subject: `Re: ${say(`practice_${mail}_subject`)}`,
        incoming: { from: alex, text: say(`practice_${mail}_body`) },
        notes,
        language,
      });
    const context = answerTo('mail1');
    const { text } = await writer.draft({ context, guidance: null, examples: [] });
    const [first = '', ...rest] = text.split('\n');
    // Where there are no phrases of a language the draft has no greeting yet.
    const final = first.includes('Alex')
      ? [greeting, ...rest].join('\n')
      : `${greeting}\n\n${text}`;
    const learned = inferHabits({ context, draft: text, final });
    const guidance = guidanceOf(learned);
    const next = await writer.draft({ context: answerTo('mail2'), guidance, examples: [] });
    expect(next.text.split('\n')[0]).toBe(greeting);
  },
);

test.each(Object.keys(greetings))('in %s the line above a quote is known as one', (language) => {
  const sentences = messages.parse(
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')),
  );
  expect(sentences['practice_wrote']?.message).toMatch(saidIt);
});
