import { createPromptedWriter } from '../learning/asking/prompted-writer.ts';
import { Fault } from '../learning/fault.ts';
import type { Ids, LanguageModel, Writer } from '../learning/ports.ts';
import type { OpenAiModel } from './openai.ts';
import type { OutboundLog, Purpose } from './outbound.ts';
import { maskedModel } from './redact/masked-model.ts';
import { placeholders } from './redact/placeholder.ts';

/** Marks around what others wrote that nobody can foresee. */
export const nonces: Ids = { next: () => crypto.randomUUID() };

/** What came over the wire was sound, and still said nothing: then no server is named. */
const isUnreadable = (thrown: unknown): boolean =>
  thrown instanceof Fault && thrown.code === 'bad-answer' && thrown.detail === '';

/**
 * A writer over a model on a server. With `masks` the server sees placeholders where identifiers stood:
 * a draft gets them back, and a preference that holds one is not learned.
 */
export function createModelWriter(model: OpenAiModel, masks: boolean, log?: OutboundLog): Writer {
  const as = (purpose: Purpose, answer: 'restored' | 'kept' = 'restored'): Writer => {
    const named: LanguageModel = {
      id: model.id,
      complete: (prompt, options) => model.complete(prompt, { ...options, purpose }),
    };
    const onLeft = (count: number): void => log?.left(count);
    return createPromptedWriter(masks ? maskedModel(named, { answer, onLeft }) : named, nonces);
  };
  const inferring = as('infer', 'kept');
  return {
    id: model.id,
    draft: as('draft').draft,
    revise: as('revise').revise,
    aggregate: as('aggregate').aggregate,
    verify: as('verify', 'kept').verify,
    describes: () => model.describes(),
    infer: async (edit, form, options) => {
      const inferred = await inferring.infer(edit, form, options).catch(async (thrown: unknown) => {
        if (isUnreadable(thrown)) await model.described(false);
        throw thrown;
      });
      await model.described(true);
      if (!masks) return inferred;
      const preferences = inferred.preferences.filter(
        ({ description }) => placeholders(description).length === 0,
      );
      return { ...inferred, preferences };
    },
  };
}
