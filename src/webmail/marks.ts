/** How one webmail marks what is not the user's own text, and what stood there at first. */
export interface Marks {
  /**
   * Selectors beside those that every webmail knows (`markers.ts`): each of a blockquote, or of
   * something with an attribute. Empty for none.
   */
  readonly quote: string;
  readonly signature: string;
  /** `null` where nobody looked before the user could type. */
  readonly start: Start | null;
}

/** What stood in an editor when it was first seen: not written by the user since. */
export interface Start {
  readonly blockquotes: WeakSet<Element>;
  /** Every line that was not blank. */
  readonly lines: ReadonlySet<string>;
  /** Lines of the quoted message that no `>` marks, blank ones left out; empty where there was none. */
  readonly original: readonly string[];
  /** Lines after the `-- `; `null` where there was none. */
  readonly signature: readonly string[] | null;
  /** Lines below a blank first line that no mark explains: a template, a signature without marks. */
  readonly rest: readonly string[];
}

/** Whose a line is. */
export type Kind = 'own' | 'quote' | 'signature';

/** Nothing known but what every webmail marks. */
export const noMarks: Marks = { quote: '', signature: '', start: null };
