import type { Habit } from '../../learning/habits/habits.ts';
import { courtesyPlace } from '../../learning/mail/courtesies.ts';
import { mailParts } from '../../learning/mail/mail-parts.ts';
import { countWords, sentences } from '../../learning/mail/sentences.ts';
import type { Context, Rework, Tone } from '../../learning/types.ts';
import { styleFrom } from './style.ts';
import { writeMail } from './write-mail.ts';

/**
 * Writes a text anew in the style asked for. Our own draft is made again from its notes; anybody else's
 * words become the notes, with greeting and closing as they stand where no preference says otherwise.
 */
export function reworked(
  context: Context,
  { text, tone }: Rework,
  habits: readonly Habit[],
  name: string,
): string {
  const wished = tone ? wishesOf(tone, text, context) : [];
  const isOurs = letters(writeMail(context, styleFrom(habits), name)) === letters(text);
  if (isOurs) return writeMail(context, styleFrom([...wished, ...habits]), name);
  const { greeting, body, closing } = mailParts(text, context);
  const standing: readonly Habit[] = [
    { kind: 'greeting', text: greeting },
    { kind: 'closing', text: closing },
    { kind: 'courtesies', use: false },
    { kind: 'contractions', use: /\p{L}['’](?:d|ll|m|re|s|t|ve)\b/u.test(body) },
  ];
  const drops = tone === 'shorter' || tone === 'plainer';
  const notes = drops ? withoutCourtesies(body) : body;
  const style = styleFrom([...wished, ...habits, ...standing]);
  return writeMail({ ...context, notes: notes === '' ? body : notes }, style, name);
}

/** What can be done without a model: courtesies and signs. Nothing is said that nobody said. */
function wishesOf(tone: Tone, text: string, context: Context): readonly Habit[] {
  switch (tone) {
    case 'shorter':
      return [
        { kind: 'courtesies', use: false },
        { kind: 'length', words: Math.ceil(countWords(mailParts(text, context).body) / 2) },
      ];
    case 'longer':
      return [{ kind: 'courtesies', use: true }];
    case 'warmer':
      return [
        { kind: 'courtesies', use: true },
        { kind: 'contractions', use: true },
      ];
    case 'plainer':
      return [
        { kind: 'courtesies', use: false },
        { kind: 'exclamations', use: false },
        { kind: 'emoji', use: false, example: '' },
        { kind: 'hedges', use: false },
      ];
  }
}

const withoutCourtesies = (body: string): string =>
  body
    .split('\n')
    .map((line) =>
      sentences(line)
        .filter((sentence) => courtesyPlace(sentence) === null)
        .join(' '),
    )
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

const letters = (text: string): string => text.replace(/\s+/gu, ' ').trim();
