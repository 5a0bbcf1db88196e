import { z } from 'zod';

const usual = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** Bytes; what servers say about an error is short where it is any use, and some send whole pages. */
const longestRead = 64 * 1024;
/** UTF-16 units of it that are kept. */
const longestMessage = 2_000;

/**
 * A refusal in the one form that the library reads, `{error: {message}}`. Other servers say
 * `{detail}`, `{message}`, `{error: "…"}` or plain text, which would be lost; a page of HTML says
 * nothing. Of a body that breaks off or does not end, what came counts.
 */
export async function errorBody(response: Response): Promise<Response> {
  const text = await beginning(response.body);
  const value = parsed(text);
  // Gemini's layer makes a list of one of it.
  const { data } = usual.safeParse(Array.isArray(value) ? value[0] : value);
  const message = text.trimStart().startsWith('<') ? '' : text.trim().slice(0, longestMessage);
  const body = JSON.stringify(data ?? (message === '' ? {} : { error: { message } }));
  return new Response(body, response);
}

async function beginning(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  try {
    while (reader && read < longestRead) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The status alone says what happened; the words would only have explained it.
  }
  // Nobody waits for the rest, nor for the server to notice.
  void reader?.cancel().catch(() => undefined);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Plain text: it is the message.
    return null;
  }
}
