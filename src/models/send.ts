import { type Bounds, boundedBody } from './bounded-body.ts';
import type { Provider } from './providers/provider.ts';

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

export interface Sending extends Bounds {
  readonly url: URL;
  readonly key: string;
  readonly provider: Omit<Provider, 'baseUrl'>;
  /** Told of the request once its answer begins or fails. */
  readonly onSent: (sent: Sent) => void;
}

/**
 * The one place where something leaves for a model: without cookies, origin of the page or detours, with
 * the key where this provider looks for it. The body of the answer is bounded.
 */
export async function send(
  init: RequestInit,
  { url, key, provider, onSent, ...bounds }: Sending,
): Promise<Response> {
  const at = Date.now();
  const sent = (status: number | null): void =>
    onSent({
      at,
      method: init.method ?? 'GET',
      url,
      bytes: typeof init.body === 'string' ? new TextEncoder().encode(init.body).byteLength : 0,
      milliseconds: Date.now() - at,
      status,
    });
  try {
    const response = await fetch(url, {
      ...init,
      headers: headersFor(init, key, provider),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    sent(response.status);
    return boundedBody(response, bounds);
  } catch (thrown) {
    sent(null);
    throw thrown;
  }
}

/** Some servers refuse requests with headers they do not know, and a key that is none. */
function headersFor(
  init: RequestInit,
  key: string,
  { headers: own = {}, keyHeader }: Sending['provider'],
): Headers {
  const headers = new Headers(init.headers);
  for (const name of [...headers.keys()]) {
    if (name.startsWith('x-stainless-') || name === 'user-agent') headers.delete(name);
  }
  headers.delete('authorization');
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  if (key !== '' && keyHeader) headers.set(keyHeader, key);
  else if (key !== '') headers.set('authorization', `Bearer ${key}`);
  return headers;
}
