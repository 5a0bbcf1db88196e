import { Fault } from '../../learning/fault.ts';
import type { CallOptions, Completion, Prompt } from '../../learning/ports.ts';
import { nextToken } from './strengthened.ts';

/** One text in the making. */
export interface Thread {
  /** Scores of every token that may come next. */
  scores(): Promise<ArrayLike<number>>;
  /** Takes the next token up. */
  push(token: number): void;
  /** How many tokens it began with. */
  readonly promptTokens: number;
}

/** A language model that says the scores of its tokens. */
export interface TokenModel {
  begin(prompt: Prompt): Thread;
  /** As text, without special tokens. */
  text(tokens: readonly number[]): string;
  readonly ends: ReadonlySet<number>;
}

export interface Strengthening {
  /** The same question without the preferences. */
  readonly without: Prompt;
  /** λ, 0 or more. */
  readonly strength: number;
}

/** No mail is this long. */
const mostTokens = 1_000;

/**
 * Writes token by token, the likeliest each time, until the model ends. With `strengthening` each token is
 * chosen by what the preferences change. Rejects with `cancelled`, or `cut-short` where no end comes.
 */
export async function generate(
  model: TokenModel,
  prompt: Prompt,
  strengthening: Strengthening | null,
  { signal, onText }: CallOptions = {},
): Promise<Completion> {
  const thread = model.begin(prompt);
  const contrast =
    strengthening && strengthening.strength > 0 ? model.begin(strengthening.without) : null;
  const tokens: number[] = [];
  let shown = '';
  while (tokens.length < mostTokens) {
    if (signal?.aborted) throw new Fault('cancelled');
    const scores = await thread.scores();
    const token = contrast
      ? nextToken(scores, await contrast.scores(), strengthening?.strength ?? 0)
      : nextToken(scores, scores, 0);
    if (model.ends.has(token)) return { text: shown.trim(), usage: used(thread, contrast, tokens) };
    tokens.push(token);
    thread.push(token);
    contrast?.push(token);
    const text = model.text(tokens);
    // A letter may need several tokens; until its last it shows as the mark for what is broken.
    if (text.endsWith('\uFFFD')) continue;
    onText?.(text.slice(shown.length));
    shown = text;
  }
  throw new Fault('cut-short');
}

function used(thread: Thread, contrast: Thread | null, tokens: readonly number[]) {
  const inputTokens = thread.promptTokens + (contrast?.promptTokens ?? 0);
  return { calls: 1, inputTokens, outputTokens: tokens.length };
}
