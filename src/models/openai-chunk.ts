import { z } from 'zod';

const count = z.number().int().nonnegative().catch(0);

const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  /** OpenRouter's: what it charged, in US dollars. */
  cost: z.number().nonnegative().nullish().catch(null),
});

/** Mistral's reasoning models send parts, of which only the text is the answer. */
const parts = z.array(z.object({ type: z.string(), text: z.string().nullish() }));

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.union([z.string(), parts]).nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
  /** Groq's, where it was not asked to count in the usual place. */
  x_groq: z.object({ usage: usageSchema.nullish() }).nullish().catch(null),
});

/** What we use of one event of the stream. */
export interface Chunk {
  readonly piece: string;
  readonly finish: string | null;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    /** In US dollars; `null` where the server does not say. */
    readonly cost: number | null;
  } | null;
}

/** Reads one event of the stream; `null` where it is of another shape. */
export function chunkOf(event: unknown): Chunk | null {
  const { data } = chunkSchema.safeParse(event);
  if (!data) return null;
  const choice = data.choices?.[0];
  const usage = data.usage ?? data.x_groq?.usage;
  return {
    piece: textOf(choice?.delta?.content ?? ''),
    finish: choice?.finish_reason ?? null,
    tokens: usage
      ? { input: usage.prompt_tokens, output: usage.completion_tokens, cost: usage.cost ?? null }
      : null,
  };
}

function textOf(content: string | z.infer<typeof parts>): string {
  if (typeof content === 'string') return content;
  return content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('');
}
