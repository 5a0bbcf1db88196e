import OpenAI from 'openai';
import { errorBody } from './error-body.ts';
import { type Sending, send } from './send.ts';

/**
 * The library as we need it: no retries, no log, no headers of its own, no key where there is none. Each
 * of its requests goes to the one address in `sending`.
 */
export function createClient(sending: Sending): OpenAI {
  return new OpenAI({
    baseURL: sending.url.origin,
    // The library wants one; `send` puts the real one where the provider looks for it.
    apiKey: 'none',
    // Outside a browser it would send what stands in the environment, and to any server.
    organization: null,
    project: null,
    // The key is the user's own and this runs in the extension's background, never in a page.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    // Ours is a limit on silence (`stall-watch.ts`); the library's must be out of its reach.
    timeout: 24 * 3_600_000,
    logLevel: 'off',
    fetch: async (_, init) => {
      const response = await send(init ?? {}, sending);
      return response.ok ? response : errorBody(response);
    },
  });
}
