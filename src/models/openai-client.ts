import OpenAI from 'openai';
import { boundedBody } from './bounded-body.ts';
import { errorBody } from './error-body.ts';

/** A request as the network saw it. */
export interface Sent {
  readonly at: number;
  readonly method: string;
  readonly url: URL;
  /** Of the body, in UTF-8. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** `null` where no answer came. */
  readonly status: number | null;
}

/**
 * The library as we need it: no retries, no log, no headers of its own, no key where there is none. Each
 * request is told to `onSent` once its answer begins or fails.
 */
export function createClient(baseUrl: string, key: string, onSent: (sent: Sent) => void): OpenAI {
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
    fetch: async (url, init) => {
      const response = boundedBody(await told(url, withoutExtras(init, key !== ''), onSent));
      return response.ok ? response : errorBody(response);
    },
  });
}

/** Some servers refuse requests with headers they do not know, and a key that is none. */
function withoutExtras(init: RequestInit | undefined, withKey: boolean): RequestInit {
  const headers = new Headers(init?.headers);
  for (const name of [...headers.keys()]) {
    if (name.startsWith('x-stainless-') || name === 'user-agent') headers.delete(name);
  }
  if (!withKey) headers.delete('authorization');
  return { ...init, headers };
}

/** The one place where something leaves for a model: without cookies, origin of the page or detours. */
async function told(
  url: string | URL | Request,
  init: RequestInit,
  onSent: (sent: Sent) => void,
): Promise<Response> {
  const at = Date.now();
  const sent = (status: number | null): void =>
    onSent({
      at,
      method: init.method ?? 'GET',
      url: new URL(url instanceof Request ? url.url : url),
      bytes: typeof init.body === 'string' ? new TextEncoder().encode(init.body).byteLength : 0,
      milliseconds: Date.now() - at,
      status,
    });
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    sent(response.status);
    return response;
  } catch (thrown) {
    sent(null);
    throw thrown;
  }
}
