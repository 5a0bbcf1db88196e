import { Fault } from '../learning/fault.ts';

/** Bytes of a response. A stream wraps each word in some 300, and models may think aloud at length. */
const longestBody = 8 * 1024 * 1024;
/** Bytes of a line. The library searches an unfinished one from its start with each piece that comes. */
const longestLineOfStream = 1024 * 1024;
const lineEnd = 10;

export interface Bounds {
  /** Told whenever bytes come. */
  readonly onHeard?: () => void;
  /** Bytes; what is no stream may be one long line. */
  readonly longestLine?: number;
}

/**
 * The same response, whose body breaks off with a `bad-answer` where it would fill the memory. `onHeard` is
 * told of everything that comes: a server that keeps the line open with comments is not silent.
 */
export function boundedBody(response: Response, { onHeard, longestLine }: Bounds = {}): Response {
  if (!response.body) return response;
  let received = 0;
  let line = 0;
  const bounded = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        onHeard?.();
        const end = bytes.lastIndexOf(lineEnd);
        line = end === -1 ? line + bytes.byteLength : bytes.byteLength - end - 1;
        received += bytes.byteLength;
        if (received > longestBody || line > (longestLine ?? longestLineOfStream)) {
          controller.error(new Fault('bad-answer'));
        } else controller.enqueue(bytes);
      },
    }),
  );
  return new Response(bounded, response);
}
