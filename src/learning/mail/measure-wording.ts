import { countAmpersands, countAnds } from './ampersands.ts';
import { countContractions, countSpelledOut } from './contractions.ts';
import { couldHaveDash, type Dash, dashesIn } from './dashes.ts';
import { emojiIn } from './emoji.ts';
import { hedgesIn, softenersIn } from './hedges.ts';
import { withoutQuotations } from './quotations.ts';

/** What code can count in the wording of sentences. Quotations do not count. */
export interface Wording {
  /** Contractions, and places that could be contracted (English). */
  readonly contractions: number;
  readonly spelledOut: number;
  /** "&" that stands for "and", and "and" where "&" could stand. */
  readonly ampersands: number;
  readonly ands: number;
  /** Dashes between clauses, and sentences whose comma could be one (English). */
  readonly dashes: readonly Dash[];
  readonly dashable: number;
  readonly exclamations: number;
  readonly emoji: readonly string[];
  /** Words that soften ("just") and words of doubt ("maybe"). */
  readonly hedges: readonly string[];
  /** The softening ones among them. */
  readonly softeners: readonly string[];
}

/** Counts the wording of sentences that are given without bullets. */
export function measureWording(sentences: readonly string[]): Wording {
  // A quotation may go on from one sentence to the next; nothing else does.
  const text = withoutQuotations(sentences.join('\u2028'));
  return {
    contractions: countContractions(text),
    spelledOut: countSpelledOut(text),
    ampersands: countAmpersands(text),
    ands: countAnds(text),
    dashes: dashesIn(text),
    dashable: text.split('\u2028').filter(couldHaveDash).length,
    exclamations: text.match(/[!！]+/gu)?.length ?? 0,
    emoji: emojiIn(text),
    hedges: hedgesIn(text),
    softeners: softenersIn(text),
  };
}
