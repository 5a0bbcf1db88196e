import { courtesyPlace } from '../../learning/mail/courtesies.ts';
import { addressee, fillPlaceholders } from '../../learning/mail/names.ts';
import { countWords } from '../../learning/mail/sentences.ts';
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
  const small =
    language === 'de' && greeting?.endsWith(',') === true && ownLine(style, 'opening') === null;
  const mails = candidates(context, style, known, said).map((sentences) =>
    withOwnLines(worded(begun(sentences, small, style), style, language), style),
  );
  const limit = (style('length')?.words ?? Number.POSITIVE_INFINITY) * tolerance;
  const mail = mails.find((sentences) => count(sentences) <= limit) ?? mails.at(-1) ?? [];
  const body = laidOut(mail, style);
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

/** The sentence of their own that the user has for one end of the mail. */
function ownLine(style: Style, place: 'opening' | 'closing'): string | null {
  return style('line', (line) => line.place === place)?.text ?? null;
}

/** Their own sentences stand as they are, whatever else the style asks for. */
function withOwnLines(sentences: readonly Sentence[], style: Style): readonly Sentence[] {
  const line = (place: 'opening' | 'closing', role: Sentence['role']): Sentence[] => {
    const text = ownLine(style, place);
    return text === null ? [] : [own(text, role)];
  };
  return [...line('opening', 'opening'), ...sentences, ...line('closing', 'ending')];
}

/**
 * What may be said, in order: a courtesy where one belongs, the points, a courtesy. The first has all
 * of it; the others, for a mail that is to be short, have fewer courtesies, but always every point.
 */
function candidates(
  context: Context,
  style: Style,
  known: Phrases | null,
  said: readonly Point[],
): readonly (readonly Sentence[])[] {
  const lines = [ownLine(style, 'opening'), ownLine(style, 'closing')];
  // What was noted is not said twice.
  const sentences: Sentence[] = said
    .filter(({ text }) => !lines.includes(text))
    .map(({ text, start }) => ({ text, role: 'point', typed: start }));
  if (known === null) return [sentences];
  const habit = style('courtesies');
  const asked = habit?.use === true;
  const isReply = context.incoming !== null && context.task !== 'forward';
  const subject = namedSubject(context.subject);
  const opening = isReply
    ? about(known.thanksAbout, known.thanks, subject)
    : asked
      ? known.hope
      : '';
  const wants = (place: 'opening' | 'closing'): boolean =>
    (habit === undefined || (habit.use && (habit.only ?? place) === place)) &&
    ![...sentences.map(({ text }) => text), ...lines].some(
      (text) => text !== null && courtesyPlace(text) === place,
    );
  // Two thanks in a row are one too many.
  const thanked = !asked && said.some(({ text }) => thanks.test(text));
  const opens = opening !== '' && wants('opening') && !thanked;
  // Nothing was asked and nothing told, so there is nothing to have questions about.
  const ends = wants('closing') && (said.length > 0 || asked);
  const unnoted = (opened: boolean): string =>
    isReply
      ? opened
        ? known.acknowledge
        : about(known.acknowledgeAbout, known.acknowledgeAlone, subject)
      : known.forward;
  const polite = (opened: boolean, ended: boolean): Sentence[] => [
    ...(opened ? [own(opening, 'opening')] : []),
    ...(said.length === 0 ? [own(unnoted(opened), 'opening')] : sentences),
    ...(ended ? [own(known.ending, 'ending')] : []),
  ];
  const all = polite(opens, ends);
  return asked ? [all] : [all, polite(opens, false), polite(false, false)];
}

const own = (text: string, role: Sentence['role']): Sentence => ({ text, role, typed: '' });

const thanks = /^(?:thank|vielen dank|merci|gracias)/iu;

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

/**
 * The first sentence as the language begins it: German goes on in small letters after a comma, but
 * only the user knows whether their first word is a noun.
 */
function begun(sentences: readonly Sentence[], small: boolean, style: Style): readonly Sentence[] {
  const [first, ...others] = sentences;
  if (first === undefined) return [];
  if (small && !(isPoint(first) && isList(sentences, style))) {
    return [{ ...first, text: first.typed + first.text.slice(first.typed.length) }, ...others];
  }
  const text = isPoint(first)
    ? first.text
    : first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [{ ...first, text }, ...others];
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
