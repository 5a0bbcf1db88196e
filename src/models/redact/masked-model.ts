import type { LanguageModel, Prompt } from '../../learning/ports.ts';
import { createVault } from './vault.ts';

const rule =
  'Parts in square brackets such as [email-1] or [phone-2] stand for text that is hidden from you. ' +
  'Where such a part belongs, copy it letter for letter. Never explain, change or invent one.';

export interface Masking {
  /**
   * `restored`: the answer has everything back. `kept`: it keeps its placeholders, for what is not to
   * hold any identifier.
   */
  readonly answer: 'restored' | 'kept';
  /** Told how many placeholders an answer had that nothing could be put in for: they stay visible. */
  readonly onLeft?: (count: number) => void;
}

/** The same model, which sees placeholders where a prompt has addresses, numbers, links and secrets. */
export function maskedModel(model: LanguageModel, { answer, onLeft }: Masking): LanguageModel {
  return {
    id: model.id,
    async complete(prompt, options = {}) {
      const vault = createVault();
      const hidden = { system: vault.mask(prompt.system), user: vault.mask(prompt.user) };
      const masked: Prompt = {
        ...prompt,
        ...hidden,
        system: vault.isUsed() ? `${hidden.system}\n\n${rule}` : hidden.system,
      };
      if (answer === 'kept') return model.complete(masked, options);
      const { onText, ...others } = options;
      const pieces = vault.inPieces();
      const say = (piece: string): void => {
        if (piece !== '') onText?.(piece);
      };
      const { text, usage } = await model.complete(masked, {
        ...others,
        ...(onText ? { onText: (piece: string) => say(pieces.push(piece)) } : {}),
      });
      say(pieces.rest());
      const left = vault.unknownIn(text);
      if (left > 0) onLeft?.(left);
      return { text: vault.restore(text), usage };
    },
  };
}
