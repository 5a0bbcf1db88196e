/** What trying one promise came to. */
export interface Outcome {
  readonly trials: number;
  readonly failures: number;
  /** What went wrong, a line each; not always all of it. */
  readonly examples: readonly string[];
  /** Something measured on the way, such as how long it took to resume. */
  readonly note?: string;
}

/** What the command line leaves to the trials. */
export interface Wishes {
  /** Other moments, other texts. */
  readonly seed: number;
  /** JSONL files whose lines have a `text`, to be tried beside our own. */
  readonly corpus: readonly string[];
}

/** One promise, and how it is tried. */
export interface Row {
  /** `T1` to `T18`. */
  readonly promise: string;
  /** In the user's words, and in how many of what. */
  readonly sentence: string;
  /** Whether a browser with the built extension is needed. */
  readonly isBrowser: boolean;
  /** Whether it waits most of the time, so that it may run beside the others. */
  readonly isIdle?: boolean;
  /** How many trials are asked for with `--quick`, and without; 0 leaves it out. */
  readonly quick: number;
  readonly full: number;
  readonly run: (count: number, wishes: Wishes) => Promise<Outcome>;
}
