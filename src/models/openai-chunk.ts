import { z } from 'zod';

const count = z.number().int().nonnegative().catch(0);

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
});

/** What we use of one event of the stream. */
export interface Chunk {
  readonly piece: string;
  readonly finish: string | null;
  readonly tokens: { readonly input: number; readonly output: number } | null;
}

/** Reads one event of the stream; `null` where it is of another shape. */
export function chunkOf(event: unknown): Chunk | null {
  const { data } = chunkSchema.safeParse(event);
  if (!data) return null;
  const choice = data.choices?.[0];
  return {
    piece: choice?.delta?.content ?? '',
    finish: choice?.finish_reason ?? null,
    tokens: data.usage
      ? { input: data.usage.prompt_tokens, output: data.usage.completion_tokens }
      : null,
  };
}
