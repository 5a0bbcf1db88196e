import { Fault } from './fault.ts';
import { inferHabits } from './infer-habits.ts';
import { maxPreferences, parseComponents, parsePhrase } from './parse-answer.ts';
import type { CallOptions, Completion, Edit, LanguageModel, Writer } from './ports.ts';
import { aggregatePrompt, componentsPrompt, draftPrompt, phrasePrompt } from './prompts.ts';
import { slotsOf } from './same-habit.ts';
import type { Described } from './types.ts';

/** Control, bidi-override and zero-width characters: never part of a mail that a model writes. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/**
 * A writer made of a chat model and the prompts in `prompts.ts`. One call for each of its methods.
 * Rejects with the model's `Fault`, or `bad-answer` when what it says cannot be used.
 */
export function createPromptedWriter(model: LanguageModel): Writer {
  return {
    id: model.id,
    async draft({ context, guidance }, options) {
      return said(await model.complete(draftPrompt(context, guidance), visibly(options)));
    },
    async aggregate(descriptions, options) {
      return said(await model.complete(aggregatePrompt(descriptions), options));
    },
    async infer(edit, form, options) {
      if (form === 'phrase') {
        const { text, usage } = await model.complete(phrasePrompt(edit), options);
        return { preferences: parsePhrase(text), usage };
      }
      const { text, usage } = await model.complete(componentsPrompt(edit), options);
      const quoted = parseComponents(text).map((item) => withOwnWords(item, edit));
      return { preferences: withCounted(quoted, inferHabits(edit)), usage };
    },
  };
}

/** The answer as plain text; an empty one is a `bad-answer`. */
function said({ text, usage }: Completion): Completion {
  const plain = text.replace(invisible, '').trim();
  if (plain === '') throw new Fault('bad-answer');
  return { text: plain, usage };
}

/** What is streamed is cleaned like the whole. */
function visibly(options: CallOptions = {}): CallOptions {
  const { onText, ...others } = options;
  return onText ? { ...others, onText: (piece) => onText(piece.replace(invisible, '')) } : others;
}

/** A model's quotation counts only where it is one. */
function withOwnWords(item: Described, { draft, final }: Edit): Described {
  return {
    ...item,
    before: draft.includes(item.before) ? item.before : '',
    after: final.includes(item.after) ? item.after : '',
  };
}

/**
 * What a counter knows no model needs to be believed about: where both speak of the same thing the
 * counted description stands, and what the model did not mention is added while there is room.
 */
function withCounted(said: readonly Described[], counted: readonly Described[]): Described[] {
  const exact = said.map((item) => counted.find((other) => overlaps(item, other)) ?? item);
  return [...new Set([...exact, ...counted])].slice(0, maxPreferences);
}

function overlaps(one: Described, other: Described): boolean {
  const slots = slotsOf(one);
  return slotsOf(other).some((slot) => slots.includes(slot));
}
