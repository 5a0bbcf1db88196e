/**
 * A habit that code can count, as an instruction. Descriptions are text for people; `understand.ts`
 * turns the ones it knows into these and `describe.ts` turns these into descriptions, so that the
 * two always agree (round trip, tested).
 */
export type Habit =
  /** `text` may hold `<first name>`, `<last name>`, `<name>`; `null` = no greeting at all. */
  | { readonly kind: 'greeting'; readonly text: string | null }
  /** The sign-off lines as they stand, joined by `\n`; `null` = none. */
  | { readonly kind: 'closing'; readonly text: string | null }
  /** About how many words a mail has, without greeting and closing. */
  | { readonly kind: 'length'; readonly words: number }
  /**
   * Opening and closing courtesies ("Thank you for your message"). `only`: with `use`, there is one
   * on this side of the matter and none on the other.
   */
  | { readonly kind: 'courtesies'; readonly use: boolean; readonly only?: 'opening' | 'closing' }
  | { readonly kind: 'list'; readonly use: boolean }
  /** `one`: a single paragraph; `sentence`: every sentence a paragraph. */
  | { readonly kind: 'paragraphs'; readonly shape: 'one' | 'sentence' }
  | { readonly kind: 'contractions'; readonly use: boolean }
  | { readonly kind: 'exclamations'; readonly use: boolean }
  | { readonly kind: 'emoji'; readonly use: boolean; readonly example: string }
  | { readonly kind: 'hedges'; readonly use: boolean }
  /** "&" for "and". */
  | { readonly kind: 'ampersands'; readonly use: boolean }
  /** Dashes between clauses. */
  | { readonly kind: 'dashes'; readonly use: boolean }
  /** Whether sentences begin with capitals; names and "I" are left alone. */
  | { readonly kind: 'capitals'; readonly use: boolean }
  /** A sentence of their own, word for word, in one line, before or after everything else that is said. */
  | { readonly kind: 'line'; readonly place: 'opening' | 'closing'; readonly text: string };

export type HabitKind = Habit['kind'];
