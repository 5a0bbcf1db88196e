import type { CallOptions, Completion, Prompt } from '../../learning/ports.ts';

/** How much preferences are to count, and against what that is measured. */
export interface Strengthening {
  /** The same question without the preferences. */
  readonly without: Prompt;
  /** λ of `strengthened.ts`, from 0. */
  readonly strength: number;
}

/** A small model on this machine whose tokens can be chosen by us. Rejects as a `LanguageModel` does. */
export interface LocalModel {
  readonly id: string;
  complete(
    prompt: Prompt,
    strengthening: Strengthening | null,
    options?: CallOptions,
  ): Promise<Completion>;
}
