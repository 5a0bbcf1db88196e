/**
 * The parts of the default method that can be switched off one by one, to see what each is worth
 * (docs/method.md, ablation). The extension always runs with `standardElements`.
 */
export interface Elements {
  /** Separate, exact preferences; off: one phrase an edit, kept like a preference. */
  readonly components: boolean;
  /** Habits that code counts; off: only what the model describes. */
  readonly counting: boolean;
  /** Changed facts are left out of what is learned from. */
  readonly facts: boolean;
  /** No inference call where counting explains the whole edit. */
  readonly thrift: boolean;
  /** A preference holds where its evidence is; off: everything holds everywhere. */
  readonly scope: boolean;
  /** What the user leaves otherwise is an exception from then on, though nothing was undone there. */
  readonly exceptions: boolean;
  /** Nearest contexts decide where the evidence knows neither person nor domain. */
  readonly neighbours: boolean;
  /** Who turns away from a habit takes it along for everybody, until somebody shows otherwise. */
  readonly takeover: boolean;
  /** Known preferences are told to the model by number, to be confirmed instead of repeated. */
  readonly numbering: boolean;
  /** New descriptions that no code can check are held against earlier mails (after PROSE). */
  readonly verification: boolean;
  /** The nearest sent mails are shown to the writer beside the preferences. */
  readonly examples: boolean;
  /** The writer is told whom each preference was learned with. */
  readonly sources: boolean;
  /** Countable preferences are checked on the draft, and a draft that breaks one is revised once. */
  readonly check: boolean;
  /** The write gate; off only where it is to be seen that the trials of `bench/trust` can fail. */
  readonly gate: boolean;
}

/** What the default method consists of. */
export const standardElements: Elements = {
  components: true,
  counting: true,
  facts: true,
  thrift: true,
  scope: true,
  exceptions: true,
  neighbours: true,
  takeover: true,
  numbering: true,
  verification: false,
  examples: false,
  sources: false,
  check: false,
  gate: true,
};
