import {
  aggregatePrompt,
  componentsPrompt,
  draftPrompt,
  phrasePrompt,
  revisePrompt,
  verifyPrompt,
} from '../../../src/learning/asking/prompts.ts';
import { contextText } from '../../../src/learning/context-text.ts';
import type { Edit, Writer } from '../../../src/learning/ports.ts';
import type { Context, Described } from '../../../src/learning/types.ts';
import { createBuiltinWriter } from '../../../src/models/builtin/builtin-writer.ts';
import { draw } from './draw.ts';
import { shownInExamples } from './from-examples.ts';
import { type Luck, readEdit, readEditKnowing } from './inference.ts';
import {
  countedGuidance,
  firstOfEach,
  type Instruction,
  instructionsIn,
  instructionsOf,
  withUncounted,
} from './instructions.ts';
import { revised } from './revised.ts';
import { usageOf } from './tokens.ts';
import { truth } from './truth.ts';

/**
 * A writer that stands in for a language model: it writes like the built-in one, understands more, and
 * makes mistakes. It ignores each instruction with the probability `obeyError` and misreads an edit
 * with `inferError`; which, depends on `seed`, the context and what it is about, so that every agent
 * meets the same luck. `name` is the user's. Its usage is what the real prompts would cost.
 */
export function createSimulatedWriter(options: {
  readonly seed: number;
  readonly obeyError: number;
  readonly inferError: number;
  readonly name: string;
}): Writer {
  const { seed, obeyError, inferError, name } = options;
  const builtin = createBuiltinWriter({ name });
  const luckIn = (context: Context): Luck => {
    const place = draw(seed, contextText(context));
    return (what) => draw(place, what);
  };
  const obeyed = (
    instructions: readonly Instruction[],
    context: Context,
    // What was ignored in one call need not be in the next.
    call: 'obey' | 'revise' = 'obey',
  ): Instruction[] => {
    const luck = luckIn(context);
    return instructions.filter(({ slot }) => luck(`${call} ${slot}`) >= obeyError);
  };
  return {
    id: 'simulated',
    async draft(order, callOptions) {
      const { context, guidance, examples } = order;
      const told = obeyed(
        firstOfEach([
          ...(guidance ? instructionsOf(guidance) : []),
          ...(examples.length > 0 ? shownInExamples(examples, context) : []),
        ]),
        context,
      );
      const { signal, onText } = callOptions ?? {};
      const plain = await builtin.draft(
        { context, guidance: countedGuidance(told), examples: [] },
        signal ? { signal } : {},
      );
      const text = withUncounted(plain.text, told, context);
      onText?.(text);
      return { text, usage: usageOf(draftPrompt(order), text) };
    },
    async revise(request) {
      const wishes = firstOfEach(request.violated.flatMap(instructionsIn));
      const text = revised(
        request.text,
        obeyed(wishes, request.context, 'revise'),
        request.context,
      );
      return { text, usage: usageOf(revisePrompt(request), text) };
    },
    async aggregate(descriptions) {
      const { text } = await builtin.aggregate(descriptions);
      return { text, usage: usageOf(aggregatePrompt(descriptions), text) };
    },
    async infer(edit, form) {
      const luck = luckIn(edit.context);
      if (form === 'phrase') return asPhrase(edit, readEdit(edit, luck, inferError));
      const read = readEditKnowing(edit, luck, inferError);
      return { ...read, usage: usageOf(componentsPrompt(edit), answerOf(edit, read)) };
    },
    async verify({ descriptions, samples }) {
      const place = draw(seed, ...samples.map(({ context }) => contextText(context)));
      const scores = descriptions.map((description) =>
        draw(place, 'verify', description) < inferError ? 0 : truth(description, samples),
      );
      const answer = JSON.stringify({ scores: scores.map((score) => samples.map(() => score)) });
      return { scores, usage: usageOf(verifyPrompt(descriptions, samples), answer) };
    },
  };
}

/**
 * Everything in one description, exact words kept. That is generous to CIPHER: a real model's short
 * generic phrase loses most of them.
 */
function asPhrase(edit: Edit, found: readonly Described[]) {
  const all = (part: (item: Described) => string, between: string): string =>
    found.map(part).filter(Boolean).join(between);
  const description = all((item) => item.description, '; ');
  const whole: Described = {
    facet: found.length === 1 ? (found[0]?.facet ?? 'other') : 'other',
    description,
    before: all(({ before }) => before, '\n'),
    after: all(({ after }) => after, '\n'),
  };
  return {
    preferences: found.length === 0 ? [] : [whole],
    confirmed: [],
    contradicted: [],
    usage: usageOf(phrasePrompt(edit), description),
  };
}

function answerOf(
  { known }: Edit,
  { preferences, confirmed, contradicted }: ReturnType<typeof readEditKnowing>,
): string {
  const numbers = (ids: readonly string[]): number[] =>
    known.flatMap(({ id }, index) => (ids.includes(id) ? index + 1 : []));
  return JSON.stringify({
    preferences,
    shown: numbers(confirmed),
    against: numbers(contradicted),
  });
}
