import { APIError } from 'openai';
import { z } from 'zod';
import { Fault } from '../learning/fault.ts';
import { errorBody } from './error-body.ts';
import type { OpenAiOptions } from './openai.ts';
import { proveKey } from './openai.ts';
import { faultOf, isForbidden } from './openai-faults.ts';
import { addressOf, providerOf } from './providers/providers.ts';
import { type Sent, send } from './send.ts';
import { createStallWatch } from './stall-watch.ts';

/** A model that a server offers. */
export interface Offered {
  readonly id: string;
  /** US dollars for a million tokens; `null` where the server does not say. */
  readonly price: { readonly input: number; readonly output: number } | null;
}

/** More than any server has; the rest is left out. */
const most = 2_000;

const priceSchema = z.object({ prompt: z.coerce.number(), completion: z.coerce.number() });
const offered = z.object({
  id: z.string().min(1).max(200),
  /** OpenRouter's: US dollars a token, as text. */
  pricing: priceSchema.nullish().catch(null),
});
const listSchema = z.union([
  // An Ollama without models says `null`.
  z.object({ data: z.array(offered.nullable().catch(null)).nullable() }),
  z.object({ models: z.array(z.object({ name: offered.shape.id })) }).transform(({ models }) => ({
    data: models.map(({ name }) => ({ id: name, pricing: null })),
  })),
]);

type Options = Pick<OpenAiOptions, 'baseUrl' | 'key' | 'timeoutMs' | 'letIn' | 'log'>;

/**
 * The models of a server, by name, each once. Rejects with a `Fault`, `bad-answer` where the server gives
 * no list.
 */
export async function listModels(options: Options): Promise<readonly Offered[]> {
  const { baseUrl, key, timeoutMs, letIn } = options;
  proveKey(key, baseUrl);
  const { host } = new URL(baseUrl);
  for (let tries = 0; ; tries++) {
    const stall = createStallWatch(timeoutMs, undefined);
    try {
      return named(await read(options, stall.signal));
    } catch (thrown) {
      if (tries === 0 && isForbidden(thrown) && (await letIn?.(baseUrl))) continue;
      throw faultOf(thrown, { host, model: '', key, ended: stall.ended() });
    } finally {
      stall.stop();
    }
  }
}

async function read({ baseUrl, key, log }: Options, signal: AbortSignal): Promise<unknown> {
  const known = providerOf(baseUrl);
  const { olderList, listKeyHeader } = known;
  const provider = listKeyHeader ? { ...known, keyHeader: listKeyHeader } : known;
  const init = { headers: { accept: 'application/json' }, signal };
  const onSent = ({ url: { host, pathname: path }, ...sent }: Sent): void =>
    log?.note({ ...sent, host, path, purpose: 'models', body: '' });
  const longestLine = Number.POSITIVE_INFINITY;
  const get = (url: URL): Promise<Response> =>
    send(init, { url, key, provider, onSent, longestLine });
  let response = await get(addressOf(baseUrl, 'models', ''));
  if (response.status === 404 && olderList) response = await get(new URL(olderList, baseUrl));
  if (response.ok) return response.json();
  const body: unknown = await (await errorBody(response)).json();
  throw APIError.generate(response.status, Object(body), undefined, response.headers);
}

function named(answer: unknown): Offered[] {
  const { data } = listSchema.safeParse(answer);
  if (!data) throw new Fault('bad-answer');
  const found = new Map<string, Offered>();
  for (const model of data.data ?? []) {
    // Gemini's are listed below `models/` and asked for without it.
    const id = model?.id.replace(/^models\//, '');
    if (model && id) found.set(id, { id, price: priceOf(model.pricing) });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, most);
}

/** OpenRouter says −1 of a model whose price depends on whom it picks. */
function priceOf(pricing: z.infer<typeof priceSchema> | null | undefined): Offered['price'] {
  const price = pricing && { input: pricing.prompt * 1e6, output: pricing.completion * 1e6 };
  const isPrice = price && [price.input, price.output].every((one) => one >= 0 && one <= 1_000);
  return isPrice ? price : null;
}
