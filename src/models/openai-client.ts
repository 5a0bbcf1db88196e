import OpenAI from 'openai';
import { boundedBody } from './bounded-body.ts';
import { errorBody } from './error-body.ts';

/** The library as we need it: no retries, no log, no headers of its own, no key where there is none. */
export function createClient(baseUrl: string, key: string): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // The library wants one; `send` takes the header out again where there is no key.
    apiKey: key || 'none',
    // Outside a browser it would send what stands in the environment, and to any server.
    organization: null,
    project: null,
    // The key is the user's own and this runs in the extension's background, never in a page.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    // Ours is a limit on silence (`stall-watch.ts`); the library's must be out of its reach.
    timeout: 24 * 3_600_000,
    logLevel: 'off',
    fetch: (url, init) => send(url, init, key !== ''),
  });
}

/** Some servers refuse requests with headers they do not know, and a key that is none. */
async function send(
  url: string | URL | Request,
  init: RequestInit | undefined,
  withKey: boolean,
): Promise<Response> {
  const headers = new Headers(init?.headers);
  for (const name of [...headers.keys()]) {
    if (name.startsWith('x-stainless-') || name === 'user-agent') headers.delete(name);
  }
  if (!withKey) headers.delete('authorization');
  const response = boundedBody(
    await fetch(url, { ...init, headers, credentials: 'omit', redirect: 'error' }),
  );
  return response.ok ? response : errorBody(response);
}
