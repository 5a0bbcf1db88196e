import { z } from 'zod';

const oneLine = z.string().regex(/^[^\s“”](?:[^\n“”]*[^\s“”])?$/u, {
  error: 'write one line without curly quotes, and without spaces around it',
});
const use = z.boolean();

/**
 * What a rule asks for. Most are habits that the product counts (src/learning/habits.ts); the last three
 * no counter knows, so that only a language model can describe them.
 */
export const wishSchema = z.discriminatedUnion('kind', [
  /** `null`: none. May hold `<first name>`, `<last name>` and `<name>`. */
  z.strictObject({ kind: z.literal('greeting'), text: oneLine.nullable() }),
  /** `null`: none. Lines are separated by `\n`. */
  z.strictObject({
    kind: z.literal('closing'),
    text: z
      .string()
      .regex(/^\S[^\n]*(?:\n\S[^\n]*){0,2}$/u, { error: 'write one to three lines' })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('courtesies'),
    use,
    only: z.enum(['opening', 'closing']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('list'), use }),
  z.strictObject({ kind: z.literal('paragraphs'), shape: z.enum(['one', 'sentence']) }),
  z.strictObject({ kind: z.literal('contractions'), use }),
  z.strictObject({ kind: z.literal('exclamations'), use }),
  /** `example` is the one they add, where they use them. */
  z.strictObject({ kind: z.literal('emoji'), use, example: z.string().default('') }),
  z.strictObject({ kind: z.literal('hedges'), use }),
  /** Writes `to` wherever a draft says `from`, both in small letters; capitals follow. */
  z.strictObject({ kind: z.literal('replace'), from: oneLine, to: oneLine }),
  /** A sentence of their own before the matter or after everything, word for word. */
  z.strictObject({
    kind: z.literal('line'),
    place: z.enum(['opening', 'closing']),
    text: oneLine.regex(/^\p{Lu}[^.!?\n]*\.$/u, {
      error: 'write one sentence that ends in a full stop',
    }),
  }),
  /** Where questions stand among the other points. */
  z.strictObject({ kind: z.literal('order'), questions: z.enum(['first', 'last']) }),
]);

/** What a rule asks for. */
export type Wish = z.infer<typeof wishSchema>;
/** The wishes that no counter knows. */
export type UncountedWish = Extract<Wish, { kind: 'replace' | 'line' | 'order' }>;

/** Whether only a language model can describe this wish. */
export const isUncounted = (wish: Wish): wish is UncountedWish =>
  wish.kind === 'replace' || wish.kind === 'line' || wish.kind === 'order';

/** What it is about: two wishes with the same slot cannot both be followed. */
export function slotOf(wish: Wish): string {
  if (wish.kind === 'replace') return `replace ${wish.from}`;
  return wish.kind === 'line' ? `line ${wish.place}` : wish.kind;
}
