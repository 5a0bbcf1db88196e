import type { Courtesy, Measures } from '../mail/measure.ts';
import { countWords } from '../mail/sentences.ts';
import { type Compared, type Shown, shownBy } from './compare-mails.ts';
import type { Habit } from './habits.ts';

/** A body that lost more than this share of its words (and no fewer than these) was made shorter. */
const shortenedBy = 0.3;
const fewestWordsCut = 8;

/** The habits of courtesies, lists, paragraphs and length that an edit shows, most telling first. */
export function layoutShown(edit: Compared): Shown[] {
  return [courtesies, list, paragraphs, length].flatMap((of) => of(edit) ?? []);
}

function courtesies({ draft, final }: Compared): Shown | null {
  const had = placesOf(draft.courtesies);
  const has = placesOf(final.courtesies);
  if (had.size === has.size && [...had].every((place) => has.has(place))) return null;
  const [only] = has;
  const habit: Habit = {
    kind: 'courtesies',
    use: has.size > 0,
    ...(has.size === 1 && only ? { only } : {}),
  };
  return { habit, before: saidOnlyIn(draft, final), after: saidOnlyIn(final, draft) };
}

const placesOf = (said: readonly Courtesy[]): ReadonlySet<Courtesy['place']> =>
  new Set(said.map(({ place }) => place));

function saidOnlyIn(one: Measures, other: Measures): string {
  const places = placesOf(other.courtesies);
  return one.courtesies
    .filter(({ place }) => !places.has(place))
    .map(({ sentence }) => sentence)
    .join('\n');
}

const hasList = ({ listItems }: Measures): boolean => listItems.length >= 2;

function list({ draft, final, kept }: Compared): Shown | null {
  const use = hasList(final);
  if (use === hasList(draft)) return null;
  // What became a list, or stopped being one, is still there; a new list is something said.
  const prose = (use ? draft : final).paragraphs.flat();
  const items = use
    ? final.listItems.filter((item) => kept.after.has(item))
    : draft.listItems.filter((item) => kept.before.has(item));
  if (prose.length < 2 || items.length < 2) return null;
  return { habit: { kind: 'list', use }, before: lines(draft), after: lines(final) };
}

/** The list, or the prose without courtesies. */
function lines(mail: Measures): string {
  if (hasList(mail)) return mail.listItems.map((item) => `- ${item}`).join('\n');
  return matter(mail).flat().join('\n');
}

/** The paragraphs without the courtesies that `compared` has no counterpart of. */
function matter(mail: Measures, compared?: Measures): readonly (readonly string[])[] {
  const kept = placesOf(compared?.courtesies ?? []);
  const gone = new Set(
    mail.courtesies.filter(({ place }) => !kept.has(place)).map(({ sentence }) => sentence),
  );
  return mail.paragraphs
    .map((paragraph) => paragraph.filter((sentence) => !gone.has(sentence)))
    .filter((paragraph) => paragraph.length > 0);
}

function paragraphs({ draft, final, kept }: Compared): Shown | null {
  if (hasList(draft) || hasList(final)) return null;
  const before = matter(draft, final);
  const after = matter(final, draft);
  const spans = { before: laidOut(before), after: laidOut(after) };
  const longest = Math.max(0, ...matter(draft).map((paragraph) => paragraph.length));
  // Sentences or paragraphs that were merely taken out or added make neither shape.
  const stood = (paragraph: readonly string[]): number =>
    paragraph.filter((sentence) => kept.before.has(sentence)).length;
  const newCourtesies = final.courtesies.filter(({ sentence }) => !kept.after.has(sentence));
  const joins =
    draft.paragraphs.filter((paragraph) => stood(paragraph) > 0).length + newCourtesies.length > 1;
  const isOne = (mail: Measures): boolean => mail.paragraphs.length === 1;
  if (isOne(final) && !isOne(draft) && joins && final.paragraphs.flat().length > longest) {
    return { habit: { kind: 'paragraphs', shape: 'one' }, ...spans };
  }
  const isSplit = (mail: readonly (readonly string[])[]): boolean =>
    mail.every((paragraph) => paragraph.length === 1);
  const splits = before.some((paragraph) => stood(paragraph) > 1);
  if (after.length > before.length && isSplit(after) && splits) {
    return { habit: { kind: 'paragraphs', shape: 'sentence' }, ...spans };
  }
  return null;
}

const laidOut = (mail: readonly (readonly string[])[]): string =>
  mail.map((paragraph) => paragraph.join(' ')).join('\n\n');

function length(edit: Compared): Shown | null {
  const { draft, final } = edit;
  const before = draft.words - politeWords(draft);
  const after = final.words - politeWords(final);
  const cut = before - after;
  if (cut < fewestWordsCut || cut <= shortenedBy * before) return null;
  const words = Math.max(5, Math.round(final.words / 5) * 5);
  return shownBy({ kind: 'length', words }, edit);
}

const politeWords = (mail: Measures): number =>
  mail.courtesies.reduce((sum, { sentence }) => sum + countWords(sentence), 0);
