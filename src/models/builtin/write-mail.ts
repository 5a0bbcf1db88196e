import { courtesyPlace } from '../../learning/courtesies.ts';
import { addressee, fillPlaceholders } from '../../learning/names.ts';
import { countWords } from '../../learning/sentences.ts';
import type { Context } from '../../learning/types.ts';
import { mailLanguage } from './mail-language.ts';
import { type Phrases, phrases } from './phrases.ts';
import { type Point, points } from './points.ts';
import type { Style } from './style.ts';
import { type Sentence, worded } from './wording.ts';

/** "About 40 words" is kept by 46. */
const tolerance = 1.15;

/** Writes the notes as a mail by `name`, in the style asked for. The same in, the same out. */
export function writeMail(context: Context, style: Style, name: string): string {
  const language = mailLanguage(context);
  const known = language === 'latin' || language === 'other' ? null : phrases[language];
  const frame = language === 'other' ? null : (known ?? phrases.en);
  const greeting = greetingOf(context, style, frame);
  const said = points(context, language);
  const sentences = matter(context, style, known, said);
  const first = sentences[0];
  if (first && language === 'de') {
    const small =
      (greeting?.endsWith(',') ?? false) && !(isPoint(first) && isList(sentences, style));
    const start = first.role === 'point' ? (said[0]?.start ?? '') : '';
    sentences[0] = { ...first, text: started(first.text, small, start) };
  }
  const body = laidOut(worded(sentences, style, language === 'en'), style);
  const closing = closingOf(style, frame, name);
  return [greeting, body, closing].filter((part) => part !== null && part !== '').join('\n\n');
}

function greetingOf(context: Context, style: Style, frame: Phrases | null): string | null {
  const habit = style('greeting');
  if (habit?.text === null) return null;
  const asked = habit ? fillPlaceholders(habit.text, context) : null;
  if (asked !== null || frame === null) return asked;
  const person = addressee(context);
  // Of several people nobody is greeted by name, unless it is they who are answered.
  const single = context.recipients.length === 1 || context.incoming !== null;
  if (person === null || !single) return frame.plainGreeting;
  if (person.title !== '' && person.last !== '') {
    return frame.formalGreeting
      .replace('<title>', () => person.title)
      .replace('<last name>', () => person.last);
  }
  return fillPlaceholders(frame.greeting, context) ?? frame.plainGreeting;
}

function closingOf(style: Style, frame: Phrases | null, name: string): string | null {
  const habit = style('closing');
  if (habit?.text === null) return null;
  if (habit === undefined) return [frame?.closing ?? '', name].filter(Boolean).join('\n');
  const [first = ''] = name.split(/\s+/u);
  return habit.text
    .replaceAll('<first name>', () => first)
    .replaceAll('<name>', () => name)
    .trim();
}

/** What is said, in order: a courtesy where one belongs, the points, a courtesy. */
function matter(
  context: Context,
  style: Style,
  known: Phrases | null,
  said: readonly Point[],
): Sentence[] {
  const sentences: Sentence[] = said.map(({ text }) => ({ text, role: 'point' }));
  const habit = style('courtesies');
  const asked = habit?.use === true;
  if (known === null) return sentences;
  const isReply = context.incoming !== null && context.task !== 'forward';
  const subject = namedSubject(context.subject);
  const wants = (place: 'opening' | 'closing'): boolean =>
    habit === undefined || (habit.use && (habit.only ?? place) === place);
  const has = (place: 'opening' | 'closing'): boolean =>
    sentences.some(({ text }) => courtesyPlace(text) === place);
  const thanked =
    !asked && said.some(({ text }) => /^(?:thank|vielen dank|merci|gracias)/iu.test(text));
  const opening = isReply
    ? about(known.thanksAbout, known.thanks, subject)
    : asked
      ? known.hope
      : '';
  const opens = opening !== '' && wants('opening') && !has('opening') && !thanked;
  if (sentences.length === 0) {
    const alone = about(known.acknowledgeAbout, known.acknowledgeAlone, subject);
    const text = isReply ? (opens ? known.acknowledge : alone) : known.forward;
    sentences.push({ text: text, role: 'opening' });
  }
  // Nothing was asked and nothing told, so there is nothing to have questions about.
  const ends = wants('closing') && !has('closing') && (said.length > 0 || asked);
  const polite = {
    opening: opens ? [{ text: opening, role: 'opening' } as const] : [],
    ending: ends ? [{ text: known.ending, role: 'ending' } as const] : [],
  };
  const limit = asked
    ? Number.POSITIVE_INFINITY
    : (style('length')?.words ?? Number.POSITIVE_INFINITY);
  const all = [...polite.opening, ...sentences, ...polite.ending];
  if (count(all) <= limit * tolerance) return all;
  // Courtesies go first when a mail is to be short; what the user noted never goes.
  const begun = [...polite.opening, ...sentences];
  return count(begun) <= limit * tolerance ? begun : sentences;
}

const count = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { text }) => sum + countWords(text), 0);

const about = (named: string, unnamed: string, subject: string): string =>
  subject === '' ? unnamed : named.replace('<subject>', () => subject);

/** The subject without "Re:" and the like; empty where it would not read well inside a sentence. */
function namedSubject(subject: string): string {
  const bare = subject
    .replace(/^(?:\s*(?:re|aw|antw|sv|fwd?|wg|tr|rv|res|ré)(?:\[\d+\])?\s*:)+/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.?:,;…\s–-]+$/u, '');
  const reads = !/[!?！？<>“”„«»"\\]|[.:]\s|\p{Extended_Pictographic}|\p{Cc}/u.test(bare);
  return reads && bare.length <= 60 ? bare : '';
}

/** German goes on in small letters after a greeting with a comma; `start` is how the user began. */
function started(text: string, small: boolean, start: string): string {
  if (!small) return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return start === '' ? text : start + text.slice(start.length);
}

function laidOut(sentences: readonly Sentence[], style: Style): string {
  const asList = isList(sentences, style);
  const shape = style('paragraphs')?.shape;
  if (!asList && shape === 'one') return joined(sentences, ' ');
  const separator = shape === 'sentence' ? '\n\n' : ' ';
  const part = (role: Sentence['role'], between = separator): string =>
    joined(
      sentences.filter((sentence) => sentence.role === role),
      between,
    );
  const matter = asList
    ? joined(
        sentences.filter(isPoint).map((point) => ({ ...point, text: `- ${point.text}` })),
        '\n',
      )
    : part('point');
  return [part('opening'), matter, part('ending')].filter(Boolean).join('\n\n');
}

const isPoint = ({ role }: Sentence): boolean => role === 'point';
const isList = (sentences: readonly Sentence[], style: Style): boolean =>
  style('list')?.use === true && sentences.filter(isPoint).length > 1;

/** No space after the full stop of Chinese and Japanese. */
const joined = (sentences: readonly Sentence[], between: string): string =>
  sentences
    .map(({ text }) => text)
    .join(between)
    .replace(/(?<=[。！？]) /gu, '');
