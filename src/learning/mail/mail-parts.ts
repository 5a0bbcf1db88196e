import type { Context } from '../types.ts';
import { emojiIn } from './emoji.ts';
import {
  inlineGreeting,
  isBelowSignOff,
  isGreeting,
  isSignedName,
  isSignOff,
} from './salutations.ts';
import { countWords, isListItem } from './sentences.ts';

/** A mail taken apart. Each part is trimmed; lines are separated by `\n`. */
export interface MailParts {
  /** The greeting as it stands, such as `Hi Sam,`; `null` where there is none. */
  readonly greeting: string | null;
  readonly body: string;
  /** Sign-off and name as they stand; `null` where there is none. */
  readonly closing: string | null;
}

/** How many lines with text a closing may have. */
const closingLines = 4;

/** Takes a mail, without quote and signature, apart into greeting, body and closing. */
export function mailParts(text: string, context: Context): MailParts {
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const { greeting, rest } = cutGreeting(lines, context);
  const at = closingStart(rest);
  return {
    greeting,
    body: joined(rest.slice(0, at)),
    closing: at < rest.length ? joined(rest.slice(at)).replace(/\n{3,}/gu, '\n\n') : null,
  };
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

function cutGreeting(
  lines: readonly string[],
  context: Context,
): { greeting: string | null; rest: readonly string[] } {
  const [first = '', ...others] = lines;
  const rest = trimmed(others);
  if (first !== '' && isGreeting(first, context, rest.length === 0))
    return { greeting: first, rest };
  const inline = inlineGreeting(first, context);
  if (inline === null) return { greeting: null, rest: trimmed(lines) };
  return { greeting: inline, rest: [first.slice(inline.length).trim(), ...others] };
}

function trimmed(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line !== '');
  return from < 0 ? [] : lines.slice(from);
}

/** Index of the closing's first line; the number of lines where there is no closing. */
function closingStart(lines: readonly string[]): number {
  const filled = lines.flatMap((line, index) => (line === '' ? [] : [index])).slice(-closingLines);
  // Something has to be said before the sign-off: a lone "Thanks!" is the message.
  const candidates = filled.filter((index) => lines.slice(0, index).some((line) => line !== ''));
  const below = (index: number): readonly string[] =>
    lines.slice(index + 1).filter((line) => line !== '');
  const known = candidates.find(
    (index) => isSignOff(lines[index] ?? '') && below(index).every(isBelowSignOff),
  );
  if (known !== undefined) return known;
  const phrase = candidates.find((index) => {
    const names = below(index);
    return isFarewell(lines[index] ?? '') && names.length > 0 && names.every(isSignedName);
  });
  if (phrase !== undefined) return phrase;
  const last = candidates.at(-1);
  return last !== undefined && isLoneName(lines, last) ? last : lines.length;
}

/** A few words before a comma, above a name: "Yours in haste,". A day or a number is something said. */
function isFarewell(line: string): boolean {
  return (
    /^[^.?!:;,]+,$/u.test(line) &&
    countWords(line) <= 4 &&
    !isListItem(line) &&
    !/\d|day\b|tomorrow|tonight|week|morgen|montag|dienstag|mittwoch/iu.test(line)
  );
}

/** A name below everything else, after an empty line or a finished sentence. */
function isLoneName(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const above = lines[index - 1] ?? '';
  if (!isSignedName(line) || isListItem(above)) return false;
  if (isListItem(line) && lines.slice(0, index).some(isListItem)) return false;
  const ended =
    above === '' || /[.!?…。！？)]$/u.test(above) || emojiIn(above.slice(-8)).length > 0;
  return ended && (/^[/–—~-]/u.test(line) || line.split(/\s+/u).length <= 3);
}
