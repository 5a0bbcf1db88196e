/*
 * The part of the Prompt API that we use (https://webmachinelearning.github.io/prompt-api/), which
 * TypeScript does not know yet. What older Chromes call otherwise may be missing.
 */

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Expected {
  readonly type: 'text';
  readonly languages: readonly string[];
}

export interface CoreOptions {
  readonly expectedInputs?: readonly Expected[];
  readonly expectedOutputs?: readonly Expected[];
  /** Chrome refuses it together with the next two, which only extensions have. */
  readonly samplingMode?: 'most-predictable';
  readonly temperature?: number;
  readonly topK?: number;
}

export interface CreateOptions extends CoreOptions {
  readonly signal?: AbortSignal;
  readonly initialPrompts?: readonly { readonly role: 'system'; readonly content: string }[];
}

export interface PromptOptions {
  readonly signal?: AbortSignal;
  /** A JSON Schema. */
  readonly responseConstraint?: object;
  readonly omitResponseConstraintInput?: boolean;
}

export interface PromptSession {
  promptStreaming(input: string, options?: PromptOptions): ReadableStream<string>;
  measureContextUsage?(input: string, options?: PromptOptions): Promise<number>;
  measureInputUsage?(input: string, options?: PromptOptions): Promise<number>;
  readonly contextUsage?: number;
  readonly inputUsage?: number;
  /** In tokens; may be infinite. */
  readonly contextWindow?: number;
  readonly inputQuota?: number;
  /** Missing where the browser does not know modes yet. */
  readonly samplingMode?: string | null;
  destroy(): void;
}

/** What stands as `LanguageModel` in a browser that has a model of its own. */
export interface PromptApi {
  availability(options?: CoreOptions): Promise<Availability>;
  create(options?: CreateOptions): Promise<PromptSession>;
}
