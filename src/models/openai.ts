import type OpenAI from 'openai';
import { Fault } from '../learning/fault.ts';
import type { CallOptions, Completion, LanguageModel, Prompt } from '../learning/ports.ts';
import { chunkOf } from './openai-chunk.ts';
import { createClient, type Sent } from './openai-client.ts';
import { faultOf } from './openai-faults.ts';
import {
  type OptionalField,
  type RequestBody,
  refusedFields,
  requestBody,
} from './openai-request.ts';
import { longestShown, type OutboundLog, type Purpose } from './outbound.ts';
import { redacted } from './redact/redacted.ts';
import { createStallWatch, type StallWatch } from './stall-watch.ts';
import { createThinkingFilter } from './thinking-filter.ts';

export interface OpenAiOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** May be empty for a server on this machine. */
  readonly key: string;
  readonly model: string;
  /** How long the server may be silent, before and between the pieces of its answer. */
  readonly timeoutMs: number;
  /** Where each request is taken down. */
  readonly log?: OutboundLog;
}

/** A language model that is told what a call is for, so that it can be taken down. */
export interface OpenAiModel extends LanguageModel {
  complete(
    prompt: Prompt,
    options?: CallOptions & { readonly purpose?: Purpose },
  ): Promise<Completion>;
}

/** No mail is this long; a server that sends more is broken or hostile. UTF-16 units. */
const longestAnswer = 256 * 1024;

/** Ends that leave a mail unfinished. Other words for "done" differ from server to server. */
const unfinished = ['length', 'content_filter', 'error'];

/**
 * Any server that speaks OpenAI's Chat Completions, streamed, at temperature 0. Runs in the background
 * only. Rejects with a `Fault` whose detail names the host, never the key.
 */
export function createOpenAiModel(options: OpenAiOptions): OpenAiModel {
  const { baseUrl, key, model, timeoutMs, log } = options;
  const { host, hostname } = new URL(baseUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  // What this server does not take, so that it is asked in vain once and not each time.
  const refused = new Set<OptionalField>();
  return {
    id: `openai:${model}`,
    async complete(prompt, callOptions = {}) {
      if (key === '' && !loopback) throw new Fault('no-key');
      // No header can hold anything else, and the error about it would show the key.
      if (!/^[\x21-\x7e]*$/.test(key)) throw new Fault('wrong-key', host);
      const stall = createStallWatch(timeoutMs, callOptions.signal);
      const client = createClient(baseUrl, key, (sent) =>
        log?.note(taken(sent, prompt, callOptions.purpose ?? 'draft', key)),
      );
      try {
        return await withoutRefused(model, prompt, refused, (body) =>
          readAnswer(client, body, stall, key, callOptions),
        );
      } catch (thrown) {
        throw faultOf(thrown, { host, model, key, ended: stall.ended() });
      } finally {
        stall.stop();
      }
    },
  };
}

/** What the log keeps of a request: no header, no identifier, no key even where it stands in the mail. */
function taken({ url, ...sent }: Sent, { system, user }: Prompt, purpose: Purpose, key: string) {
  const said = `${system}\n\n${user}`;
  const body = redacted(key === '' ? said : said.replaceAll(key, '…')).slice(0, longestShown);
  return { ...sent, host: url.host, path: url.pathname, purpose, body };
}

/** Asks again without the fields a server says it does not take, each left out once. */
async function withoutRefused(
  model: string,
  prompt: Prompt,
  refused: Set<OptionalField>,
  ask: (body: RequestBody) => Promise<Completion>,
): Promise<Completion> {
  for (;;) {
    const body = requestBody(model, prompt, refused);
    try {
      return await ask(body);
    } catch (thrown) {
      const named = refusedFields(body, thrown);
      if (named.length === 0) throw thrown;
      for (const field of named) refused.add(field);
    }
  }
}

async function readAnswer(
  client: OpenAI,
  body: RequestBody,
  stall: StallWatch,
  key: string,
  { onText }: CallOptions,
): Promise<Completion> {
  stall.heard();
  const stream = await client.chat.completions.create(body, { signal: stall.signal });
  const filter = createThinkingFilter();
  let text = '';
  let received = 0;
  let finish: string | null = null;
  let usage = { calls: 1, inputTokens: 0, outputTokens: 0 };
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
  for await (const event of stream) {
    stall.heard();
    const chunk = chunkOf(event);
    if (!chunk) throw new Fault('bad-answer');
    finish = chunk.finish ?? finish;
    received += chunk.piece.length;
    if (received > longestAnswer) throw new Fault('bad-answer');
    take(filter.push(chunk.piece));
    if (!chunk.tokens) continue;
    usage = { calls: 1, inputTokens: chunk.tokens.input, outputTokens: chunk.tokens.output };
    // Nothing comes after this, and some servers forget to hang up.
    if (finish !== null) break;
  }
  // The library ends a stream that we stopped as if it were complete.
  if (stall.ended() === 'cancelled') throw new Fault('cancelled');
  take(filter.rest());
  if (received === 0 && finish === null) throw new Fault('bad-answer');
  if (finish === null || unfinished.includes(finish)) throw new Fault('cut-short');
  if (text.trim() === '') throw new Fault('bad-answer');
  return { text: text.trimEnd(), usage };
}
