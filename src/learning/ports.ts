import type {
  Context,
  ContextVector,
  Described,
  Episode,
  Guidance,
  Preference,
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
}

/** `phrase`: one short generic phrase, as in CIPHER. `components`: zero to six exact preferences. */
export type InferenceForm = 'phrase' | 'components';

/**
 * Whoever writes drafts and describes edits: a language model with our prompts (`prompted-writer.ts`)
 * or the built-in writer. Rejects with a `Fault`.
 */
export interface Writer {
  readonly id: string;
  draft(
    request: { readonly context: Context; readonly guidance: Guidance | null },
    options?: CallOptions,
  ): Promise<Completion>;
  /** Makes one description of several (CIPHER step 2). `descriptions` is nearest first, never empty. */
  aggregate(descriptions: readonly string[], options?: CallOptions): Promise<Completion>;
  infer(
    edit: Edit,
    form: InferenceForm,
    options?: CallOptions,
  ): Promise<{ readonly preferences: readonly Described[]; readonly usage: Usage }>;
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
  /** Similarity of `vector` to each of these episodes that has a vector of the same encoder. */
  similarities(
    vector: ContextVector,
    episodeIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
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
