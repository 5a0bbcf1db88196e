import { Fault } from '../../learning/fault.ts';
import type { Completion, LanguageModel, Prompt } from '../../learning/ports.ts';
import { createStallWatch, type StallEnd } from '../stall-watch.ts';
import type { CoreOptions, CreateOptions, PromptApi, PromptSession } from './prompt-api.ts';

export interface OnDeviceOptions {
  readonly api: PromptApi;
  /** BCP 47 language of the answer, where it is known; the prompts themselves are English. */
  readonly language: string | null;
  /** How long the model may be silent, its loading included. */
  readonly timeoutMs: number;
}

/** The same choice each time, in the words of newer browsers and of older ones. */
const newer: CoreOptions = { samplingMode: 'most-predictable' };
const older: CoreOptions = { temperature: 0, topK: 1 };

/**
 * The model that the browser itself brings along. Downloads nothing: rejects with `model-absent` while the
 * model is not on this machine, and with `language-unsupported`, `model-unavailable`, `too-long` or
 * `model-failed` (the browser's word for it). One session a call, with the system prompt in it.
 */
export function createOnDeviceModel({ api, language, timeoutMs }: OnDeviceOptions): LanguageModel {
  const languages = expecting(language);
  return {
    id: 'on-device',
    async complete(prompt, { signal, onText } = {}) {
      const stall = createStallWatch(timeoutMs, signal);
      let session: PromptSession | null = null;
      try {
        await proveAvailable(api, languages, language);
        const made = { ...languages, signal: stall.signal };
        session = await predictable(api, {
          ...made,
          initialPrompts: [{ role: 'system', content: prompt.system }],
        });
        stall.heard();
        return await answer(session, prompt, {
          signal: stall.signal,
          onText: (piece) => {
            stall.heard();
            onText?.(piece);
          },
        });
      } catch (thrown) {
        throw faultOf(thrown, stall.ended());
      } finally {
        stall.stop();
        session?.destroy();
      }
    },
  };
}

/** Without a word about languages Chrome warns; English is the one that every version knows. */
function expecting(language: string | null): CoreOptions {
  const answer = language ?? 'en';
  return {
    expectedInputs: [{ type: 'text', languages: [...new Set(['en', answer])] }],
    expectedOutputs: [{ type: 'text', languages: [answer] }],
  };
}

async function proveAvailable(
  api: PromptApi,
  languages: CoreOptions,
  language: string | null,
): Promise<void> {
  const availability = await api.availability(languages);
  if (availability === 'available') return;
  if (availability !== 'unavailable') throw new Fault('model-absent');
  const isElsewhere =
    language !== null && (await api.availability(expecting(null))) !== 'unavailable';
  throw isElsewhere ? new Fault('language-unsupported', language) : new Fault('model-unavailable');
}

/** A browser that does not know modes ignores the word, and says so by not having it in the session. */
async function predictable(api: PromptApi, options: CreateOptions): Promise<PromptSession> {
  const session = await api.create({ ...options, ...newer });
  if (session.samplingMode !== undefined) return session;
  session.destroy();
  return api.create({ ...options, ...older });
}

async function answer(
  session: PromptSession,
  { user, json, schema }: Prompt,
  { signal, onText }: { readonly signal: AbortSignal; readonly onText: (piece: string) => void },
): Promise<Completion> {
  const constraint =
    json && schema ? { responseConstraint: schema, omitResponseConstraintInput: true } : {};
  const options = { signal, ...constraint };
  const system = session.contextUsage ?? session.inputUsage ?? 0;
  const measure = session.measureContextUsage ?? session.measureInputUsage;
  const asked = (await measure?.call(session, user, options)) ?? 0;
  const room = session.contextWindow ?? session.inputQuota ?? Number.POSITIVE_INFINITY;
  if (system + asked >= room) throw new Fault('too-long');
  let text = '';
  const reader = session.promptStreaming(user, options).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // Models open with blank lines now and then; nobody wants those in a mail.
    const shown = text === '' ? value.trimStart() : value;
    if (shown === '') continue;
    text += shown;
    onText(shown);
  }
  if (text.trim() === '') throw new Fault('model-failed', 'no answer');
  const inputTokens = Math.round(system + asked);
  const used = Math.round(session.contextUsage ?? session.inputUsage ?? inputTokens);
  const outputTokens = Math.max(0, used - inputTokens);
  return { text: text.trimEnd(), usage: { calls: 1, inputTokens, outputTokens } };
}

function faultOf(thrown: unknown, ended: StallEnd): Fault {
  if (ended === 'cancelled') return new Fault('cancelled', '', { cause: thrown });
  if (ended === 'silent') return new Fault('model-failed', 'timeout', { cause: thrown });
  if (thrown instanceof Fault) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'QuotaExceededError') return new Fault('too-long', '', { cause: thrown });
  return new Fault('model-failed', name, { cause: thrown });
}
