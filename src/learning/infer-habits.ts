import { describeHabit } from './describe.ts';
import type { Habit } from './habits.ts';
import { type Courtesy, type Measures, measure } from './measure.ts';
import type { Edit } from './ports.ts';
import { countWords } from './sentences.ts';
import type { Context, Described } from './types.ts';

/** A habit that shows in an edit, with the lines that say so. */
interface Shown {
  readonly habit: Habit;
  readonly before: string;
  readonly after: string;
}

/** Most telling first; more than six from one edit would say little about each. */
const mostHabits = 6;
/** A body that lost more than this share of its words (and no fewer than these) was made shorter. */
const shortenedBy = 0.3;
const fewestWordsCut = 8;

/**
 * The habits that the user changed in an edit, at most six, most telling first. Only what can be
 * counted: never facts, names or what the mail says. A draft that grew says nothing about length,
 * because what people add are facts.
 */
export function inferHabits(edit: Edit): Described[] {
  const draft = measure(edit.draft, edit.context);
  const final = measure(edit.final, edit.context);
  if (final.words === 0) return [];
  return [
    greeting(draft, final),
    closing(draft, final),
    courtesies(draft, final),
    list(draft, final),
    paragraphs(draft, final),
    contractions(draft, final),
    length(draft, final),
    exclamations(draft, final),
    emoji(draft, final),
    hedges(draft, final),
  ]
    .filter((shown) => shown !== null)
    .slice(0, mostHabits)
    .map(({ habit, before, after }) => ({ ...describeHabit(habit), before, after }));
}

/**
 * What counting says about an edit, as lines for a prompt: `words: 62 → 31`. Only what changed;
 * empty when nothing countable did.
 */
export function habitDifference(draft: string, final: string, context: Context): string[] {
  const before = counts(measure(draft, context));
  const after = counts(measure(final, context));
  return before.flatMap(([what, value], index) => {
    const now = after[index]?.[1] ?? '';
    return now === value ? [] : [`${what}: ${value} → ${now}`];
  });
}

function counts(mail: Measures): readonly (readonly [what: string, value: string])[] {
  return [
    ['greeting', mail.greeting === null ? 'none' : `“${mail.greeting}”`],
    ['closing', mail.closing === null ? 'none' : `“${mail.closing.replaceAll('\n', ' / ')}”`],
    ['words', String(mail.words)],
    ['sentences', String(mail.paragraphs.flat().length + mail.listItems.length)],
    ['paragraphs', String(mail.paragraphs.length)],
    ['list items', String(mail.listItems.length)],
    ['courtesies', String(mail.courtesies.length)],
    ['contractions', String(mail.contractions)],
    ['exclamation marks', String(mail.exclamations)],
    ['emoji', mail.emoji.length === 0 ? '0' : `${mail.emoji.length} (${mail.emoji.join(' ')})`],
    [
      'hedges',
      mail.hedges.length === 0 ? '0' : `${mail.hedges.length} (${mail.hedges.join(', ')})`,
    ],
  ];
}

function greeting(draft: Measures, final: Measures): Shown | null {
  if (draft.greeting === final.greeting) return null;
  const habit: Habit = { kind: 'greeting', text: final.greeting };
  return { habit, before: draft.greetingLine, after: final.greetingLine };
}

/** A closing that is longer than this, or has an address in it, is no sign-off. */
const longestClosing = 100;

function closing(draft: Measures, final: Measures): Shown | null {
  const text = final.closing;
  if (draft.closing === text) return null;
  if (text !== null && (text.length > longestClosing || /@|\/\/\w|\d{3}/u.test(text))) return null;
  return { habit: { kind: 'closing', text }, before: draft.closing ?? '', after: text ?? '' };
}

function courtesies(draft: Measures, final: Measures): Shown | null {
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

function list(draft: Measures, final: Measures): Shown | null {
  const use = hasList(final);
  if (use === hasList(draft)) return null;
  // What became a list, or stopped being one, was there before; a new list is something said.
  const points = (use ? draft : final).paragraphs.flat().length;
  if (points < 2) return null;
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

function paragraphs(draft: Measures, final: Measures): Shown | null {
  if (hasList(draft) || hasList(final)) return null;
  const before = matter(draft, final);
  const after = matter(final, draft);
  const spans = { before: laidOut(before), after: laidOut(after) };
  const longest = Math.max(0, ...matter(draft).map((paragraph) => paragraph.length));
  const joins = before.length > 1 || final.courtesies.length > 0;
  // Sentences or paragraphs that were merely taken out make neither shape.
  const isOne = (mail: Measures): boolean => mail.paragraphs.length === 1;
  if (isOne(final) && !isOne(draft) && joins && final.paragraphs.flat().length > longest) {
    return { habit: { kind: 'paragraphs', shape: 'one' }, ...spans };
  }
  const isSplit = (mail: readonly (readonly string[])[]): boolean =>
    mail.every((paragraph) => paragraph.length === 1);
  if (after.length > before.length && isSplit(after) && !isSplit(before)) {
    return { habit: { kind: 'paragraphs', shape: 'sentence' }, ...spans };
  }
  return null;
}

const laidOut = (mail: readonly (readonly string[])[]): string =>
  mail.map((paragraph) => paragraph.join(' ')).join('\n\n');

function contractions(draft: Measures, final: Measures): Shown | null {
  const more = final.contractions - draft.contractions;
  const less = draft.spelledOut - final.spelledOut;
  // Both have to move: a sentence that was taken out or added also changes one of them.
  if (more > 0 && less > 0) return changed({ kind: 'contractions', use: true }, draft, final);
  if (more < 0 && less < 0) return changed({ kind: 'contractions', use: false }, draft, final);
  return null;
}

function length(draft: Measures, final: Measures): Shown | null {
  const before = draft.words - politeWords(draft);
  const after = final.words - politeWords(final);
  const cut = before - after;
  if (cut < fewestWordsCut || cut <= shortenedBy * before) return null;
  const words = Math.max(5, Math.round(final.words / 5) * 5);
  return changed({ kind: 'length', words }, draft, final);
}

const politeWords = (mail: Measures): number =>
  mail.courtesies.reduce((sum, { sentence }) => sum + countWords(sentence), 0);

function exclamations(draft: Measures, final: Measures): Shown | null {
  const use = final.exclamations > 0;
  if (use === draft.exclamations > 0) return null;
  return changed({ kind: 'exclamations', use }, draft, final);
}

function emoji(draft: Measures, final: Measures): Shown | null {
  const [example = ''] = final.emoji;
  const use = example !== '';
  if (use === draft.emoji.length > 0) return null;
  return changed({ kind: 'emoji', use, example }, draft, final);
}

function hedges(draft: Measures, final: Measures): Shown | null {
  if (final.hedges.length === 0 && draft.hedges.length > 0) {
    return changed({ kind: 'hedges', use: false }, draft, final);
  }
  // One added "maybe" is something said; a softer tone, or two of them, is a habit.
  const softer = final.softeners.length > 0 || final.hedges.length > 1;
  return draft.hedges.length === 0 && softer
    ? changed({ kind: 'hedges', use: true }, draft, final)
    : null;
}

/** The sentences that only one of the two has. */
function changed(habit: Habit, draft: Measures, final: Measures): Shown {
  const before = said(draft);
  const after = said(final);
  return {
    habit,
    before: before.filter((sentence) => !after.includes(sentence)).join('\n'),
    after: after.filter((sentence) => !before.includes(sentence)).join('\n'),
  };
}

const said = (mail: Measures): readonly string[] => [...mail.paragraphs.flat(), ...mail.listItems];
