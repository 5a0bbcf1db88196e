import { countContractions, countSpelledOut } from './contractions.ts';
import { courtesyPlace } from './courtesies.ts';
import { emojiIn } from './emoji.ts';
import { hedgesIn, softenersIn } from './hedges.ts';
import { mailParts } from './mail-parts.ts';
import { withPlaceholders } from './names.ts';
import { countWords, isListItem, sentences, withoutBullet } from './sentences.ts';
import type { Context } from './types.ts';

/** A sentence of the body that is only polite. */
export interface Courtesy {
  readonly sentence: string;
  readonly place: 'opening' | 'closing';
}

/** What code can count in a mail. Everything but greeting and closing is about the body alone. */
export interface Measures {
  /** With `<first name>`, `<last name>` or `<name>` for the addressee's; `null` = none. */
  readonly greeting: string | null;
  /** The greeting as it stands; empty where there is none. */
  readonly greetingLine: string;
  /** The lines of the sign-off as they stand, joined by `\n`; `null` = none. */
  readonly closing: string | null;
  readonly words: number;
  /** Prose only, each as its sentences. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly listItems: readonly string[];
  readonly courtesies: readonly Courtesy[];
  /** Contractions, and places that could be contracted (English). */
  readonly contractions: number;
  readonly spelledOut: number;
  readonly exclamations: number;
  readonly emoji: readonly string[];
  /** Words that soften ("just") and words of doubt ("maybe"). */
  readonly hedges: readonly string[];
  /** The softening ones among them. */
  readonly softeners: readonly string[];
}

/** Counts the habits of a mail that is given without quote and signature. */
export function measure(text: string, context: Context): Measures {
  const { greeting, body, closing } = mailParts(text, context);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const paragraphs = unwrapped(body).map(sentences);
  return {
    greeting: greeting === null ? null : withPlaceholders(oneSpaced(greeting), context),
    greetingLine: greeting ?? '',
    closing: closing === null ? null : closing.split('\n').map(oneSpaced).join('\n'),
    words: countWords(body),
    paragraphs,
    listItems: lines.filter(isListItem).map(withoutBullet),
    courtesies: paragraphs.flat().flatMap((sentence) => {
      const place = courtesyPlace(sentence);
      return place === null ? [] : [{ sentence, place }];
    }),
    contractions: countContractions(body),
    spelledOut: countSpelledOut(body),
    exclamations: body.match(/[!！]+/gu)?.length ?? 0,
    emoji: emojiIn(body),
    hedges: hedgesIn(body),
    softeners: softenersIn(body),
  };
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/**
 * The paragraphs of prose. A line is one, for in an editor a line break is a key that somebody
 * pressed; only a line that breaks off in mid-sentence at the usual width of plain text goes on.
 */
function unwrapped(body: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const line of body.split('\n').map((each) => each.trim())) {
    if (line === '' || isListItem(line)) open = false;
    else if (open) found.push(`${found.pop()} ${line}`);
    else found.push(line);
    if (line !== '' && !isListItem(line))
      open = line.length >= 60 && !/[.!?:…。]["”’)]?$/u.test(line);
  }
  return found;
}
