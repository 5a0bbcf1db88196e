import type { Context } from '../types.ts';
import { courtesyPlace } from './courtesies.ts';
import { mailParts } from './mail-parts.ts';
import { measureWording, type Wording } from './measure-wording.ts';
import { withPlaceholders } from './names.ts';
import { sentenceStarts } from './sentence-starts.ts';
import { countWords, isListItem, sentences, withoutBullet } from './sentences.ts';

/** A sentence of the body that is only polite. */
export interface Courtesy {
  readonly sentence: string;
  readonly place: 'opening' | 'closing';
}

/** What code can count in a mail. Everything but greeting and closing is about the body alone. */
export interface Measures extends Wording {
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
  /** Every sentence and list item in order. */
  readonly said: readonly string[];
  readonly courtesies: readonly Courtesy[];
  /** Sentences that begin with a small letter, and those that begin with a capital by choice. */
  readonly smallStarts: number;
  readonly capitalStarts: number;
}

/** Counts the habits of a mail that is given without quote and signature. */
export function measure(text: string, context: Context): Measures {
  const { greeting, body, closing } = mailParts(text, context);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const pieces = unwrapped(body);
  const paragraphs = pieces.filter((piece) => !isListItem(piece)).map(sentences);
  const listItems = pieces.filter(isListItem).map(withoutBullet);
  const said = pieces.flatMap((piece) =>
    isListItem(piece) ? [withoutBullet(piece)] : sentences(piece),
  );
  const starts = sentenceStarts(goesOn(greeting, lines, context) ? said.slice(1) : said);
  return {
    greeting: greeting === null ? null : withPlaceholders(oneSpaced(greeting), context),
    greetingLine: greeting ?? '',
    closing: closing === null ? null : closing.split('\n').map(oneSpaced).join('\n'),
    words: countWords(body),
    paragraphs,
    listItems,
    said,
    courtesies: paragraphs.flat().flatMap((sentence) => {
      const place = courtesyPlace(sentence);
      return place === null ? [] : [{ sentence, place }];
    }),
    smallStarts: starts.small,
    capitalStarts: starts.capital,
    ...measureWording(said),
  };
}

/** The sentences of the prose that are not merely polite. */
export function matterOf({ paragraphs, courtesies }: Measures): readonly string[] {
  return paragraphs.flat().filter((said) => !courtesies.some(({ sentence }) => sentence === said));
}

/** German goes on in small letters after the comma of a greeting, which is nobody's choice. */
function goesOn(greeting: string | null, body: readonly string[], { language }: Context): boolean {
  if (language !== null && !/^de\b/iu.test(language)) return false;
  return greeting?.endsWith(',') === true && !isListItem(body[0] ?? '');
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/**
 * The paragraphs of prose and the items of lists, in order. A line is one, for in an editor a line break
 * is a key that somebody pressed; only a line of prose that breaks off in mid-sentence at the usual width
 * of plain text goes on.
 */
function unwrapped(body: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const line of body.split('\n').map((each) => each.trim())) {
    if (line === '') open = false;
    else if (isListItem(line)) {
      open = false;
      found.push(line);
    } else if (open) found.push(`${found.pop()} ${line}`);
    else found.push(line);
    if (line !== '' && !isListItem(line))
      open = line.length >= 60 && !/[.!?:…。]["”’)]?$/u.test(line);
  }
  return found;
}
