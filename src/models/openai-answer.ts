import type OpenAI from 'openai';
import { Fault } from '../learning/fault.ts';
import type { CallOptions, Completion } from '../learning/ports.ts';
import { estimatedTokens, type Spent } from './meter.ts';
import { chunkOf } from './openai-chunk.ts';
import type { RequestBody } from './openai-request.ts';
import type { StallWatch } from './stall-watch.ts';
import { createThinkingFilter } from './thinking-filter.ts';

/** No mail is this long; a server that sends more is broken or hostile. UTF-16 units. */
const longestAnswer = 256 * 1024;

/** Ends that leave a mail unfinished. Other words for "done" differ from server to server. */
const unfinished = ['length', 'content_filter', 'error'];

export interface Reading {
  readonly stall: StallWatch;
  /** Never shown, also where the server repeats it. */
  readonly key: string;
  readonly onText?: CallOptions['onText'];
  /** Told once what an answer cost, as soon as any of it came. */
  readonly onSpent: (spent: Omit<Spent, 'purpose'>) => void;
}

/** Asks once and reads the stream to its end. Rejects with a `Fault`, or what the library throws. */
export async function readAnswer(
  client: OpenAI,
  body: RequestBody,
  { stall, key, onText, onSpent }: Reading,
): Promise<Completion> {
  stall.heard();
  const stream = await client.chat.completions.create(body, { signal: stall.signal });
  const filter = createThinkingFilter();
  let text = '';
  let received = 0;
  let finish: string | null = null;
  let counted: {
    readonly input: number;
    readonly output: number;
    readonly cost: number | null;
  } | null = null;
  const take = (piece: string): void => {
    // Models open with blank lines now and then; nobody wants those in a mail.
    const shown = text === '' ? piece.trimStart() : piece;
    if (shown === '') return;
    // A server that repeats the key would write it into the user's mail.
    if (key !== '' && (text.slice(-key.length) + shown).includes(key))
      throw new Fault('bad-answer');
    text += shown;
    onText?.(shown);
  };
  try {
    for await (const event of stream) {
      stall.heard();
      const chunk = chunkOf(event);
      if (!chunk) throw new Fault('bad-answer');
      finish = chunk.finish ?? finish;
      received += chunk.piece.length;
      counted = chunk.tokens ?? counted;
      if (received > longestAnswer) throw new Fault('bad-answer');
      take(filter.push(chunk.piece));
      // Nothing comes after this, and some servers forget to hang up.
      if (chunk.tokens && finish !== null) break;
    }
  } finally {
    if (counted || received > 0) {
      onSpent({
        inputTokens: counted?.input ?? estimatedTokens(JSON.stringify(body.messages)),
        outputTokens: counted?.output ?? estimatedTokens({ length: received }),
        charged: counted?.cost ?? null,
      });
    }
  }
  // The library ends a stream that we stopped as if it were complete.
  if (stall.ended() === 'cancelled') throw new Fault('cancelled');
  take(filter.rest());
  if (received === 0 && finish === null) throw new Fault('bad-answer');
  if (finish === null || unfinished.includes(finish)) throw new Fault('cut-short');
  if (text.trim() === '') throw new Fault('bad-answer');
  const usage = { calls: 1, inputTokens: counted?.input ?? 0, outputTokens: counted?.output ?? 0 };
  return { text: text.trimEnd(), usage };
}
