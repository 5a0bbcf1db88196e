import { emojiIn } from '../mail/emoji.ts';
import type { Measures } from '../mail/measure.ts';

/** One side of an edit: its text and what was counted in it. */
export interface Side {
  readonly text: string;
  readonly measures: Measures;
}

/** Whether an edit shows something a word of style may speak of. */
type Shows = (before: Side, after: Side) => boolean;

const moved =
  (amount: (side: Side) => number | string | null): Shows =>
  (before, after) =>
    amount(before) !== amount(after);

const signs = (pattern: RegExp): Shows => moved(({ text }) => text.match(pattern)?.length ?? 0);

/** Words of style by their beginning, and what has to have changed for an edit to show what they say. */
const topics: readonly (readonly [beginning: RegExp, shows: Shows])[] = [
  [
    /^(?:short|brief|concis|ters|compact|condens|trim|succinct|crisp|lean|tight|cut|reduc|abbrev)/u,
    (before, after) => after.measures.words < before.measures.words,
  ],
  [
    /^(?:long|detail(?!ing)|elaborat|expan|exten|thorough|fuller)/u,
    (before, after) => after.measures.words > before.measures.words,
  ],
  [/^(?:length|word)/u, moved(({ measures }) => measures.words)],
  [/^sentence/u, moved(({ measures }) => measures.said.join('\n'))],
  [/^question/u, signs(/[?？]/gu)],
  [/^exclama/u, signs(/[!！]/gu)],
  [/^(?:emoj|emotic|smil)/u, moved(({ text }) => emojiIn(text).length)],
  [/^(?:bullet|list|item|number|point)/u, moved(({ measures }) => measures.listItems.length)],
  [/^(?:paragraph|line|blank)/u, signs(/\n/gu)],
  [/^(?:contract|spell)/u, moved(({ measures }) => measures.contractions)],
  [/^(?:greet|salut|opening)/u, moved(({ measures }) => measures.greetingLine)],
  [/^(?:closing|sign|farewell)/u, moved(({ measures }) => measures.closing)],
  [
    /^(?:name|initial|full)/u,
    moved(({ measures: { greetingLine, closing } }) => `${greetingLine}\n${closing}`),
  ],
  [/^commas?$/u, signs(/[,，、]/gu)],
  [/^(?:colon|semicolon)/u, signs(/[:;：；]/gu)],
  [/^(?:dash|hyphen)/u, signs(/[-–—]/gu)],
  [/^(?:parenthe|bracket)/u, signs(/[()[\]（）]/gu)],
  [/^ellips/u, signs(/…|\.{3}/gu)],
  [
    /^(?:capitals|capitali|caps|uppercase|lowercase)/u,
    moved(({ measures }) => measures.smallStarts),
  ],
  [
    /^(?:courtes|pleasantr|thank|gratitude|polite)/u,
    moved(({ measures }) => measures.courtesies.length),
  ],
  [/^(?:hedg|soft|filler|tentativ)/u, moved(({ measures }) => measures.hedges.length)],
];

/** Whether counting in both sides of an edit bears out that a word of style (small letters) speaks of it. */
export function isShownByEdit(word: string, before: Side, after: Side): boolean {
  return topics.some(([beginning, shows]) => beginning.test(word) && shows(before, after));
}
