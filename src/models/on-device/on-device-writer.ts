import { createPromptedWriter } from '../../learning/asking/prompted-writer.ts';
import type { Ids, Writer } from '../../learning/ports.ts';
import { createOnDeviceModel } from './on-device-model.ts';
import type { PromptApi } from './prompt-api.ts';

/**
 * A writer over the browser's own model, which is told the language of each mail: it writes only some. Nobody
 * has measured yet whether what a model of this size says of an edit is right, so it only drafts.
 * `ids` makes the marks around what others wrote different in every call.
 */
export function createOnDeviceWriter(api: PromptApi, timeoutMs: number, ids: Ids): Writer {
  const inLanguage = (language: string | null): Writer =>
    createPromptedWriter(createOnDeviceModel({ api, language, timeoutMs }), ids);
  // What it says of an edit is English, whatever the mail was written in.
  const english = inLanguage(null);
  return {
    ...english,
    describes: async () => false,
    draft: (order, options) => inLanguage(order.context.language).draft(order, options),
    revise: (request, options) => inLanguage(request.context.language).revise(request, options),
  };
}
