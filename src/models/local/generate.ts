import { Fault } from '../../learning/fault.ts';
import type { CallOptions, Completion, Prompt } from '../../learning/ports.ts';
import type { Strengthening } from './local-model.ts';
import { nextToken } from './strengthened.ts';

/** One text in the making. */
export interface Thread {
  /** Scores of every token that may come next; `null` where it has only read on, and is to be asked again. */
  scores(): Promise<ArrayLike<number> | null>;
  /** Takes the next token up. */
  push(token: number): void;
  /** Gives its memory back. */
  end(): Promise<void>;
  /** How many tokens it began with. */
  readonly promptTokens: number;
}

/** A language model that says the scores of its tokens. */
export interface TokenModel {
  begin(prompt: Prompt): Thread;
  /** As text, without special tokens. */
  text(tokens: readonly number[]): string;
  readonly ends: ReadonlySet<number>;
  /** Tokens of a question and its answer together. */
  readonly window: number;
}

export interface GenerateOptions extends CallOptions {
  /** Awaited before each step. */
  readonly onStep?: () => Promise<void>;
}

/** Room that an answer must have. */
const leastRoom = 256;
/** No mail is this long. */
const mostTokens = 1_000;

/**
 * Writes token by token, the likeliest each time, until the model ends. With `strengthening` each token is
 * chosen by what the preferences change. Rejects with `cancelled`, `too-long` where the question leaves no room
 * for an answer, or `cut-short` where no end comes.
 */
export async function generate(
  model: TokenModel,
  prompt: Prompt,
  strengthening: Strengthening | null,
  options: GenerateOptions = {},
): Promise<Completion> {
  const strength = strengthening?.strength ?? 1;
  const without = strengthening?.without ?? prompt;
  const threads = (strength === 1 ? [prompt] : strength === 0 ? [without] : [prompt, without]).map(
    (asked) => model.begin(asked),
  );
  try {
    return await write(model, threads, strength, options);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function write(
  model: TokenModel,
  threads: readonly Thread[],
  strength: number,
  { signal, onText, onStep }: GenerateOptions,
): Promise<Completion> {
  const longest = Math.max(...threads.map(({ promptTokens }) => promptTokens));
  if (longest + leastRoom > model.window) throw new Fault('too-long');
  const room = Math.min(mostTokens, model.window - longest);
  const next = async (thread: Thread): Promise<ArrayLike<number>> => {
    for (;;) {
      await onStep?.();
      if (signal?.aborted) throw new Fault('cancelled');
      const scores = await thread.scores();
      if (scores) return scores;
    }
  };
  const inputTokens = threads.reduce((sum, { promptTokens }) => sum + promptTokens, 0);
  const tokens: number[] = [];
  let shown = '';
  while (tokens.length < room) {
    const scores: ArrayLike<number>[] = [];
    for (const thread of threads) scores.push(await next(thread));
    const [withThem = [], without = withThem] = scores;
    const token = nextToken(withThem, without, threads.length === 1 ? 1 : strength);
    if (model.ends.has(token)) {
      return {
        text: shown.trim(),
        usage: { calls: 1, inputTokens, outputTokens: tokens.length },
      };
    }
    tokens.push(token);
    for (const thread of threads) thread.push(token);
    const text = model.text(tokens);
    // A letter may need several tokens; until its last it shows as the mark for what is broken.
    if (text.endsWith('\uFFFD')) continue;
    onText?.(text.slice(shown.length));
    shown = text;
  }
  throw new Fault('cut-short');
}
