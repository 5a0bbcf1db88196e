import type {
  AppliedPreference,
  Context,
  ContextVector,
  Described,
  Episode,
  Guidance,
  Preference,
  Rework,
  Usage,
} from './types.ts';

/** What of `AbortSignal` the method needs; every `AbortSignal` is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
}

export interface CallOptions {
  readonly signal?: CancelSignal;
  /** Called with each new piece of text, in order. */
  readonly onText?: (piece: string) => void;
}

export interface Prompt {
  readonly system: string;
  readonly user: string;
  /** The answer must be one JSON object. */
  readonly json?: boolean;
  /** JSON Schema of that object, in the part of it that strict servers take. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

export interface Completion {
  readonly text: string;
  readonly usage: Usage;
}

/** A chat model at temperature 0. Rejects with a `Fault`, also when the answer was cut short. */
export interface LanguageModel {
  readonly id: string;
  complete(prompt: Prompt, options?: CallOptions): Promise<Completion>;
}

/** An edit, as the inference sees it. */
export interface Edit {
  readonly context: Context;
  readonly draft: string;
  readonly final: string;
  /** What the draft was written with. */
  readonly guidance: Guidance | null;
  /** Preferences that the edit may show again or go against, in the order they are numbered in. */
  readonly known: readonly AppliedPreference[];
  /** Descriptions of what was counted already and is not to be repeated. */
  readonly noted?: readonly string[];
}

/** `phrase`: one short generic phrase, as in CIPHER. `components`: zero to six exact preferences. */
export type InferenceForm = 'phrase' | 'components';

/** What an edit shows: new preferences, and what it says of the known ones. */
export interface Inferred {
  readonly preferences: readonly Described[];
  /** Ids of known preferences that the edit shows again. */
  readonly confirmed: readonly string[];
  /** Ids of known preferences that the edit goes against. */
  readonly contradicted: readonly string[];
  readonly usage: Usage;
}

/** An earlier mail that is shown to the writer: what was sent, and what was changed to get there. */
export interface Example {
  readonly context: Context;
  /** `null` where only the sent text is shown. */
  readonly draft: string | null;
  readonly final: string;
}

/** What a draft is made from. */
export interface DraftOrder {
  readonly context: Context;
  readonly guidance: Guidance | null;
  /** Nearest first. */
  readonly examples: readonly Example[];
  /** What stands already, where that is to be changed. */
  readonly rework?: Rework;
}

/** A sent mail that a description is held against. */
export type Sample = Pick<Example, 'context' | 'final'>;

/**
 * Whoever writes drafts and describes edits: a language model with our prompts (`prompted-writer.ts`)
 * or the built-in writer. Rejects with a `Fault`.
 */
export interface Writer {
  readonly id: string;
  /**
   * Whether it can say what an edit shows; it can unless it says otherwise. Of `infer` and `verify` by one that
   * cannot nothing good would come: the learner counts instead.
   */
  describes?(): Promise<boolean>;
  draft(order: DraftOrder, options?: CallOptions): Promise<Completion>;
  /** Changes `text` no more than it takes to follow the descriptions it does not follow yet. */
  revise(
    request: DraftOrder & { readonly text: string; readonly violated: readonly string[] },
    options?: CallOptions,
  ): Promise<Completion>;
  /** Makes one description of several (CIPHER step 2). `descriptions` is nearest first, never empty. */
  aggregate(descriptions: readonly string[], options?: CallOptions): Promise<Completion>;
  infer(edit: Edit, form: InferenceForm, options?: CallOptions): Promise<Inferred>;
  /**
   * How well each description fits the samples, after PROSE: −2 (strongly contradicted) to 2 (strongly
   * confirmed), the mean over the samples, in the order of `descriptions`.
   */
  verify(
    request: { readonly descriptions: readonly string[]; readonly samples: readonly Sample[] },
    options?: CallOptions,
  ): Promise<{ readonly scores: readonly number[]; readonly usage: Usage }>;
}

/** A sentence encoder; the vectors it returns carry its `id`. */
export interface Embedder {
  readonly id: string;
  embed(texts: readonly string[]): Promise<readonly ContextVector[]>;
}

/** An episode that was learned from, and how near its context is (cosine, -1 to 1). */
export interface Neighbour {
  readonly episode: Episode;
  readonly similarity: number;
}

/** What was learned so far. */
export interface Memory {
  /** At most `k` learned episodes, nearest first; ties by the newer one. */
  nearest(vector: ContextVector, k: number): Promise<readonly Neighbour[]>;
  /**
   * At most `k` learned episodes nearest to the context of this one, itself left out; none where its
   * context has no vector of the encoder in use.
   */
  neighboursOf(episodeId: string, k: number): Promise<readonly Neighbour[]>;
  /** Every preference, whatever its status. */
  preferences(): Promise<readonly Preference[]>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Ids {
  /** A new unique id. */
  next(): string;
}
