import { guidanceOf } from '../../../src/learning/guidance.ts';
import type { Inferred, Sample, Writer } from '../../../src/learning/ports.ts';
import type {
  AppliedPreference,
  ContextVector,
  Guidance,
  Usage,
} from '../../../src/learning/types.ts';
import { addUsage, noUsage } from '../../../src/learning/usage.ts';
import { createRankedMemory } from '../ranked-memory.ts';
import type { Agent, Round, Tools } from '../types.ts';
import { embedContext } from './embed-context.ts';
import { wasEdited } from './phrases.ts';

const retrieved = 5;
const refinements = 2;
const verifiedAgainst = 4;
/** Of a scale from -2 to 2; the paper tunes it between 0.25 and 0.75. */
const keptAbove = 0.25;

type Components = readonly AppliedPreference[];

/**
 * PROSE (arXiv 2505.23815) learning from edits: components are inferred, held against an own attempt
 * and inferred again, and kept where earlier mails bear them out. A draft follows all components of
 * the five nearest edited mails. One call verifies all components, where the paper makes one for each.
 */
export function createProse({ writer, embedder }: Tools): Agent {
  const learned = createRankedMemory<Components>();
  const sent = createRankedMemory<Sample>();
  let kept = 0;
  const recall = (vector: ContextVector): Guidance | null =>
    asGuidance(learned.nearest(vector, retrieved).flatMap(({ item }) => item));
  return {
    async draft({ context }) {
      const guidance = recall(await embedContext(embedder, context));
      const { text, usage } = await writer.draft({ context, guidance, examples: [] });
      return { text, usage };
    },
    async learn(round, { text: draft }, final) {
      const vector = await embedContext(embedder, round.context);
      const earlier = sent.nearest(vector, verifiedAgainst).map(({ item }) => item);
      sent.add(vector, { context: round.context, final });
      if (!wasEdited(draft, final)) return { infer: noUsage, verify: noUsage };
      const guidance = recall(vector);
      const refined = await refine(writer, round, { draft, final, guidance });
      const verified = await verify(writer, refined.components, [
        { context: round.context, final },
        ...earlier,
      ]);
      learned.add(vector, verified.components);
      kept += verified.components.length;
      return { infer: refined.usage, verify: verified.usage };
    },
    storeSize: () => kept,
    guidance: async ({ context }) => recall(await embedContext(embedder, context))?.text ?? '',
  };
}

/**
 * Components of one edit: those it was written with, corrected by the edit, and corrected again for as
 * long as an attempt by them differs from what was sent.
 */
async function refine(
  writer: Writer,
  { context }: Round,
  edit: { readonly draft: string; readonly final: string; readonly guidance: Guidance | null },
): Promise<{ readonly components: Components; readonly usage: Usage }> {
  let seen = edit;
  let components: Components = [];
  let usage = noUsage;
  for (let step = 0; step <= refinements; step += 1) {
    const known = seen.guidance?.preferences ?? [];
    const shown = await writer.infer({ ...seen, context, known }, 'components');
    components = corrected(known, shown);
    usage = addUsage(usage, shown.usage);
    if (step === refinements) break;
    const guidance = asGuidance(components);
    const attempt = await writer.draft({ context, guidance, examples: [] });
    usage = addUsage(usage, attempt.usage);
    if (!wasEdited(attempt.text, edit.final)) break;
    seen = { draft: attempt.text, final: edit.final, guidance };
  }
  return { components, usage };
}

/** New components first: where two of them disagree, a writer follows the one it reads first. */
function corrected(known: Components, shown: Inferred): Components {
  const fresh = shown.preferences.map(
    ({ facet, description }): AppliedPreference => ({
      id: description,
      revision: 0,
      facet,
      description,
    }),
  );
  return once([...fresh, ...known.filter(({ id }) => !shown.contradicted.includes(id))]);
}

/** The components that these mails bear out, all verified with one call. */
async function verify(
  writer: Writer,
  components: Components,
  samples: readonly Sample[],
): Promise<{ readonly components: Components; readonly usage: Usage }> {
  if (components.length === 0) return { components, usage: noUsage };
  const descriptions = components.map(({ description }) => description);
  const { scores, usage } = await writer.verify({ descriptions, samples });
  return {
    components: components.filter((_, index) => (scores[index] ?? 0) > keptAbove),
    usage,
  };
}

function asGuidance(components: Components): Guidance | null {
  const listed = once(components);
  const lines = listed.map(({ description }, index) => `${index + 1}. ${description}`);
  return guidanceOf(lines.join('\n'), listed);
}

function once(components: Components): Components {
  return [...new Map(components.map((one) => [one.id, one])).values()];
}
