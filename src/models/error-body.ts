import { z } from 'zod';

const usual = z.object({ error: z.looseObject({ message: z.string() }) });

/** UTF-16 units; what servers say about an error is short where it is any use. */
const longestMessage = 2_000;

/**
 * A refusal in the one form that the library reads, `{error: {message}}`. Other servers say
 * `{detail}`, `{message}`, `{error: "…"}` or plain text, which would be lost; a page of HTML says nothing.
 */
export async function errorBody(response: Response): Promise<Response> {
  const text = await response.text();
  const isUsual = usual.safeParse(parsed(text)).success;
  const message = text.trimStart().startsWith('<') ? '' : text.trim().slice(0, longestMessage);
  const body = isUsual ? text : JSON.stringify(message === '' ? {} : { error: { message } });
  return new Response(body, response);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Plain text: it is the message.
    return null;
  }
}
