import { APIError } from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { Prompt } from '../learning/ports.ts';

export type RequestBody = ChatCompletionCreateParamsStreaming;

/** Fields that make answers better and that some servers or models do not take. */
const optionalFields = ['temperature', 'stream_options', 'response_format'] as const;
export type OptionalField = (typeof optionalFields)[number];

/** One request for a streamed answer at temperature 0, without the fields known to be refused. */
export function requestBody(
  model: string,
  prompt: Prompt,
  without: ReadonlySet<OptionalField>,
): RequestBody {
  const body: RequestBody = {
    model,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
    stream: true,
    temperature: 0,
    stream_options: { include_usage: true },
    ...(prompt.json ? { response_format: { type: 'json_object' } } : {}),
  };
  for (const field of without) delete body[field];
  return body;
}

/** The optional fields of the request that a 400 or 422 names; none for any other error. */
export function refusedFields(body: RequestBody, thrown: unknown): OptionalField[] {
  if (!(thrown instanceof APIError) || (thrown.status !== 400 && thrown.status !== 422)) return [];
  const said = `${thrown.param ?? ''} ${thrown.message}`;
  return optionalFields.filter((field) => field in body && said.includes(field));
}
