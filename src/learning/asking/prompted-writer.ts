import { Fault } from '../fault.ts';
import { visibleText } from '../gate/plain-text.ts';
import type {
  CallOptions,
  Completion,
  DraftOrder,
  Edit,
  Ids,
  LanguageModel,
  Prompt,
  Writer,
} from '../ports.ts';
import type { Described, Usage } from '../types.ts';
import { addUsage } from '../usage.ts';
import { parseComponents, parsePhrase, parseScores } from './parse-answer.ts';
import {
  aggregatePrompt,
  componentsPrompt,
  draftPrompt,
  phrasePrompt,
  repairPrompt,
  revisePrompt,
  verifyPrompt,
} from './prompts.ts';
import { reworkPrompt } from './rework-prompt.ts';

/**
 * A writer made of a chat model and the prompts in `prompts.ts`. One call for each of its methods.
 * Rejects with the model's `Fault`, or `bad-answer` when what it says cannot be used. `ids` makes the marks
 * around what others wrote different in every call; without it they depend on the text alone. A second call
 * mends an answer that is not of the form it should have.
 */
export function createPromptedWriter(model: LanguageModel, ids?: Ids): Writer {
  const nonce = (): string => ids?.next() ?? '';
  return {
    id: model.id,
    async draft(order, options) {
      return said(await model.complete(draftingPrompt(order, nonce()), visibly(options)));
    },
    async revise(request, options) {
      return said(await model.complete(revisePrompt(request, nonce()), visibly(options)));
    },
    async aggregate(descriptions, options) {
      return said(await model.complete(aggregatePrompt(descriptions, nonce()), options));
    },
    async infer(edit, form, options) {
      if (form === 'phrase') {
        const { text, usage } = await model.complete(phrasePrompt(edit, nonce()), options);
        return { preferences: parsePhrase(text), confirmed: [], contradicted: [], usage };
      }
      const { read, usage } = await readable(
        componentsPrompt(edit, nonce()),
        parseComponents,
        options,
      );
      const { preferences, shown, against } = read;
      const quoted = preferences.map((item) => withOwnWords(item, edit));
      const ids = (numbers: readonly number[]): string[] =>
        numbers.flatMap((number) => edit.known[number - 1]?.id ?? []);
      return {
        preferences: quoted,
        // What is undone is not shown, whatever the model says.
        confirmed: ids(shown.filter((number) => !against.includes(number))),
        contradicted: ids(against),
        usage,
      };
    },
    async verify({ descriptions, samples }, options) {
      const { read, usage } = await readable(
        verifyPrompt(descriptions, samples, nonce()),
        (text) => parseScores(text, descriptions.length),
        options,
      );
      return { scores: read, usage };
    },
  };

  /** An answer that cannot be read is asked for once more, and no more often than that. */
  async function readable<Read>(
    prompt: Prompt,
    parse: (text: string) => Read,
    options?: CallOptions,
  ): Promise<{ readonly read: Read; readonly usage: Usage }> {
    const first = await model.complete(prompt, options);
    try {
      return { read: parse(first.text), usage: first.usage };
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      const second = await model.complete(repairPrompt(prompt), options);
      return { read: parse(second.text), usage: addUsage(first.usage, second.usage) };
    }
  }
}

/** What a draft is asked for with: a new text, or the one that stands anew. */
export function draftingPrompt(order: DraftOrder, nonce: string): Prompt {
  const { rework } = order;
  return rework ? reworkPrompt({ ...order, rework }, nonce) : draftPrompt(order, nonce);
}

/** The answer as plain text; an empty one is a `bad-answer`. */
function said({ text, usage }: Completion): Completion {
  const plain = visibleText(text).trim();
  if (plain === '') throw new Fault('bad-answer');
  return { text: plain, usage };
}

/** What is streamed is cleaned like the whole. */
function visibly(options: CallOptions = {}): CallOptions {
  const { onText, ...others } = options;
  return onText ? { ...others, onText: (piece) => onText(visibleText(piece)) } : others;
}

/** A model's quotation counts only where it is one. */
function withOwnWords(item: Described, { draft, final }: Edit): Described {
  return {
    ...item,
    before: draft.includes(item.before) ? item.before : '',
    after: final.includes(item.after) ? item.after : '',
  };
}
