import { Fault } from '../learning/fault.ts';

/** How long a server may be silent before the download is given up, in milliseconds. */
const patience = 30_000;

/**
 * Downloads one file and tells how many bytes are there after each piece. Sends neither cookies nor
 * where we come from. Rejects with `download-failed` and the host, also when nothing comes for
 * `patienceMs`.
 */
export async function downloadFile(
  address: string,
  fetchIt: typeof fetch,
  onBytes: (loaded: number) => void,
  patienceMs = patience,
): Promise<Uint8Array<ArrayBuffer>> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patienceMs);
  try {
    const response = await fetchIt(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: silence.signal,
    });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    const reader = response.body.getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    for (;;) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), patienceMs);
      const { done, value } = await reader.read();
      if (done) return joined(pieces, loaded);
      pieces.push(value);
      loaded += value.length;
      onBytes(loaded);
    }
  } catch (thrown) {
    throw new Fault('download-failed', new URL(address).host, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
