import type { SentRequest } from '../protocol/outbound.ts';

/** A `fetch` that tells of each request it made, also of the address it was sent on to; throws as `fetch` does. */
export function notedFetch(
  onRequest: (request: SentRequest) => void,
  purpose: 'encoder' | 'generator' = 'encoder',
): typeof fetch {
  return async (input, init) => {
    const at = Date.now();
    const note = (address: string, status: number | null): void => {
      const { host, pathname } = new URL(address);
      onRequest({
        at,
        method: init?.method ?? 'GET',
        host,
        path: pathname,
        purpose,
        bytes: 0,
        milliseconds: Date.now() - at,
        status,
        body: '',
      });
    };
    const address = input instanceof Request ? input.url : String(input);
    try {
      const response = await fetch(input, init);
      note(address, response.status);
      if (response.redirected) note(response.url, response.status);
      return response;
    } catch (thrown) {
      note(address, null);
      throw thrown;
    }
  };
}
