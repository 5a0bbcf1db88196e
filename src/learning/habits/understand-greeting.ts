import { isGreeting, isSignOff } from '../mail/salutations.ts';
import { onLines } from './describe.ts';
import type { Habit } from './habits.ts';
import { nobody } from './nobody.ts';

const greets =
  /^(?:greets?|greetings?(?: is| are)?|salutation(?: is)?|starts?|opens?|begins?|address(?:es)?)(?: (?:mails?|emails?|messages?|replies|the mail|people|them|everyone|everybody|me))?(?: off)?(?: (?:with|by saying|as|using|is))?:? +(.+)$/iu;
const closes =
  /^(?:closes?|closings?(?: is)?|ends?|signs?|sign-?offs?(?: is)?|finish(?:es)?|signature(?: is)?)(?: (?:mails?|emails?|messages?|replies|the mail))?(?: off)?(?: (?:with|as|by saying|using|is))?:? +(.+)$/iu;

const firstNames =
  /^(?:calls?|uses?|address(?:es)?|greets?)\b.*\bfirst[- ]names?\b|^first[- ]names?\b/iu;

/**
 * The greeting or closing that a clause asks for, whose one quoted piece stands in `plain` as `¶`.
 * `null`: it is about one of them and not understood; `undefined`: it is about something else.
 */
export function greetingOrClosing(
  plain: string,
  quote: string | undefined,
  use: boolean,
): Habit | null | undefined {
  if (!use && /\b(?:greetings?|greet|salutations?)\b/iu.test(plain)) {
    return quote === undefined ? { kind: 'greeting', text: null } : null;
  }
  if (!use && /\b(?:closings?|sign-?offs?|sign(?:s)? off|valediction)\b/iu.test(plain)) {
    return quote === undefined ? { kind: 'closing', text: null } : null;
  }
  if (!use) return undefined;
  if (firstNames.test(plain) && !/¶|\b(?:hi|hello|hey|dear)\b/iu.test(plain)) {
    return { kind: 'greeting', text: 'Hello <first name>,' };
  }
  const greeting = greets.exec(plain)?.[1];
  if (greeting !== undefined) {
    const text = greeting === '¶' ? quote : bareGreeting(greeting);
    if (text) return { kind: 'greeting', text: withNames(text) };
  }
  const closing = closes.exec(plain)?.[1];
  if (closing === undefined) return undefined;
  if (closing === '¶') return quote ? { kind: 'closing', text: onLines(quote.trim()) } : null;
  return !closing.includes('¶') && isSignOff(closing.split(' / ')[0] ?? '')
    ? { kind: 'closing', text: onLines(closing) }
    : undefined;
}

/** "Hi + first name" as a greeting; `null` for words that are none. */
function bareGreeting(written: string): string | null {
  if (written.includes('¶')) return null;
  const named = withNames(written.replace(/\s*\+\s*(?:the |their )?/gu, ' '));
  if (!isGreeting(named.replace(/<[^>]+>/gu, 'Name'), nobody, true)) return null;
  return /[,:!–—-]$/u.test(named) ? named : `${named},`;
}

/** "[first name]", "{firstname}", "the first name" and the like as placeholders. */
function withNames(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(
      /(?:and |plus )?[<[{(]?\b(?:the |their |your )?(?:(first|given)[- ]?name|(last|family|sur)[- ]?name)\b[>\]})]?/giu,
      (_, first) => (first ? '<first name>' : '<last name>'),
    )
    .replace(/[<[{(]name[>\]})]|(?<=\s)(?:and |plus )?(?:the |their )?name\b(?!>)/giu, '<name>');
}
