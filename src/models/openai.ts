import { Fault } from '../learning/fault.ts';
import type { CallOptions, Completion, LanguageModel, Prompt } from '../learning/ports.ts';
import { type Abilities, type AbilityBook, createAbilityBook } from './abilities.ts';
import { againIn, pause } from './again.ts';
import { isLoopback } from './loopback.ts';
import type { Meter } from './meter.ts';
import { readAnswer } from './openai-answer.ts';
import { createClient } from './openai-client.ts';
import { faultOf, isForbidden } from './openai-faults.ts';
import { lowered, requestBody } from './openai-request.ts';
import { longestShown, type OutboundLog, type Purpose } from './outbound.ts';
import { addressOf, providerOf } from './providers/providers.ts';
import { redacted } from './redact/redacted.ts';
import type { Sent } from './send.ts';
import { createStallWatch } from './stall-watch.ts';

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
  /** What is spent, and whether there is anything left to spend; no limit unless given. */
  readonly meter?: Meter;
  /** What servers were found to take; forgotten with this model unless given. */
  readonly abilities?: AbilityBook;
  /**
   * Makes a server on this machine that refuses extensions let us in, where the browser can; says whether
   * another try makes sense.
   */
  readonly letIn?: (baseUrl: string) => Promise<boolean>;
}

/** A language model that is told what a call is for, so that it can be taken down. */
export interface OpenAiModel extends LanguageModel {
  complete(
    prompt: Prompt,
    options?: CallOptions & { readonly purpose?: Purpose },
  ): Promise<Completion>;
  /** Whether it can say what an edit shows: not once it said nothing readable of two in a row. */
  describes(): Promise<boolean>;
  /** To be told whether what it said of an edit could be read. */
  described(wasReadable: boolean): Promise<void>;
}

/** One may be bad luck; each costs two calls. */
const mostUnreadable = 2;

/**
 * Any server that speaks OpenAI's Chat Completions, streamed, at temperature 0. Runs in the background
 * only. Rejects with a `Fault` whose detail names the host, never the key.
 */
export function createOpenAiModel(options: OpenAiOptions): OpenAiModel {
  const { baseUrl, key, model, log, meter, abilities = createAbilityBook() } = options;
  const { host } = new URL(baseUrl);
  const provider = providerOf(baseUrl);
  const url = addressOf(baseUrl, 'chat/completions', model);
  const page = `${url.href} ${model}`;
  const known = async (): Promise<Abilities> =>
    (await abilities.read(page)) ?? {
      without: provider.without ?? [],
      format: provider.format ?? 'json_schema',
      unreadable: 0,
    };
  return {
    id: `openai:${model}`,
    describes: async () => (await known()).unreadable < mostUnreadable,
    async described(wasReadable) {
      const able = await known();
      const unreadable = wasReadable ? 0 : able.unreadable + 1;
      if (unreadable !== able.unreadable) await abilities.write(page, { ...able, unreadable });
    },
    async complete(prompt, callOptions = {}) {
      const { purpose = 'draft', ...rest } = callOptions;
      proveKey(key, baseUrl);
      const [able] = await Promise.all([known(), meter?.admit()]);
      const onSent = (sent: Sent): void => log?.note(taken(sent, prompt, purpose, key));
      return asked(options, prompt, able, {
        host,
        ask: (body, stall) => {
          const client = createClient({ url, key, provider, onSent, onHeard: stall.heard });
          return readAnswer(client, body, {
            ...rest,
            stall,
            key,
            onSpent: (spent) => meter?.spent({ ...spent, purpose }),
          });
        },
        learned: (able) => abilities.write(page, able),
        ...rest,
      });
    },
  };
}

/** Refuses before anything is sent: without a key only this machine is asked. */
export function proveKey(key: string, baseUrl: string): void {
  const { host, hostname } = new URL(baseUrl);
  if (key === '' && !isLoopback(hostname)) throw new Fault('no-key');
  // No header can hold anything else, and the error about it would show the key.
  if (!/^[\x21-\x7e]*$/.test(key)) throw new Fault('wrong-key', host);
}

interface Asking extends CallOptions {
  readonly host: string;
  readonly ask: (
    body: ReturnType<typeof requestBody>,
    stall: ReturnType<typeof createStallWatch>,
  ) => Promise<Completion>;
  readonly learned: (able: Abilities) => Promise<void>;
}

/**
 * Asks again where that is right: without what the server says it does not take, once it was made to let
 * us in, and after the short wait that a busy one asks for.
 */
async function asked(
  { baseUrl, key, model, timeoutMs, letIn }: OpenAiOptions,
  prompt: Prompt,
  known: Abilities,
  { host, ask, learned, signal }: Asking,
): Promise<Completion> {
  let able = known;
  let waits: readonly number[] = [];
  let mayLetIn = isLoopback(new URL(baseUrl).hostname);
  for (;;) {
    const stall = createStallWatch(timeoutMs, signal);
    const body = requestBody(model, prompt, able);
    try {
      return await ask(body, stall);
    } catch (thrown) {
      const ended = stall.ended();
      const fewer = ended === null ? lowered(able, body, thrown) : null;
      if (fewer) {
        able = fewer;
        await learned(able);
        continue;
      }
      if (mayLetIn && isForbidden(thrown) && (await letIn?.(baseUrl))) {
        mayLetIn = false;
        continue;
      }
      const fault = faultOf(thrown, { host, model, key, ended });
      const wait = againIn(thrown, waits);
      if (wait === null) throw fault;
      waits = [...waits, wait];
      stall.stop();
      await pause(wait, signal);
    } finally {
      stall.stop();
    }
  }
}

/** What the log keeps of a request: no header, no identifier, no key even where it stands in the mail. */
function taken({ url, ...sent }: Sent, { system, user }: Prompt, purpose: Purpose, key: string) {
  const said = `${system}\n\n${user}`;
  const body = redacted(key === '' ? said : said.replaceAll(key, '…')).slice(0, longestShown);
  return { ...sent, host: url.host, path: url.pathname, purpose, body };
}
