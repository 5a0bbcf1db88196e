import { maxPreferences } from './asking/parse-answer.ts';
import { changedSpans } from './edits/spans.ts';
import type { Elements } from './elements.ts';
import { isFactual, isOnlyFacts } from './facts/facts.ts';
import { isAcceptable, maxPhrase } from './gate/acceptable.ts';
import { isCountedOut } from './habits/counted-out.ts';
import { inferHabits } from './habits/infer-habits.ts';
import { isBackwards } from './habits/quoted.ts';
import { repeatedLines } from './habits/repeated-line.ts';
import { sameMeaning, slotsOf, whollyUnderstood } from './habits/same-habit.ts';
import type { Edit, Inferred, Neighbour, Writer } from './ports.ts';
import type { Described, Usage } from './types.ts';
import { addUsage, noUsage } from './usage.ts';

/** What an edit shows, and what finding it out cost. */
export interface Findings extends Omit<Inferred, 'usage'> {
  readonly usage: { readonly infer: Usage; readonly verify: Usage };
}

/** Fewer mails than this prove nothing. */
const fewestSamples = 2;
/** Nearest first; more cost more than they tell. */
const mostSamples = 5;
/** Mean score from which on earlier mails speak clearly against a description. */
const clearlyAgainst = -1;

/**
 * What an edit shows of the user's style (learning.md §3.2 to §3.4): what code counts, and what a model
 * says beside it. The model is asked once, and not at all where only facts were
 * changed or counting explains everything; it is asked a second time where it described something new
 * that no code can check, to hold that against earlier mails to the same kind of context. Rejects with the
 * writer's `Fault`.
 */
export async function inferPreferences(
  edit: Edit,
  neighbours: readonly Neighbour[],
  writer: Writer,
  elements: Elements,
): Promise<Findings> {
  const counted = elements.counting
    ? [...inferHabits(edit), ...repeatedLines(edit, neighbours)].filter((item) =>
        isAcceptable(item.description),
      )
    : [];
  const isDone =
    (elements.facts && isOnlyFacts(edit)) ||
    (elements.thrift && elements.counting && isCountedOut(edit));
  if (isDone) return { preferences: counted, ...nothingSaid };
  const inferred = await writer.infer(
    { ...edit, noted: counted.map(({ description }) => description) },
    elements.components ? 'components' : 'phrase',
  );
  const said = inferred.preferences
    .slice(0, maxPreferences)
    .filter(
      (item) =>
        item.description.length <= maxPhrase &&
        !isBackwards(item) &&
        !(elements.facts && isFactual(item, edit)),
    );
  const checked = elements.verification
    ? await verified(said, edit, neighbours.slice(0, mostSamples), writer)
    : { kept: said, usage: noUsage };
  return {
    preferences: withCounted(checked.kept, counted).map((item) => withSpans(item, edit)),
    confirmed: inferred.confirmed,
    contradicted: inferred.contradicted,
    usage: { infer: inferred.usage, verify: checked.usage },
  };
}

const nothingSaid = {
  confirmed: [],
  contradicted: [],
  usage: { infer: noUsage, verify: noUsage },
};

/** Without the descriptions that earlier mails clearly speak against. */
async function verified(
  said: readonly Described[],
  { known }: Edit,
  neighbours: readonly Neighbour[],
  writer: Writer,
): Promise<{ readonly kept: readonly Described[]; readonly usage: Usage }> {
  const isDoubtful = (item: Described): boolean =>
    whollyUnderstood(item.description) === null &&
    !known.some(({ facet, description }) => sameMeaning(item, { facet, description }));
  const doubtful = said.filter(isDoubtful);
  const samples = neighbours.flatMap(({ episode: { context, final } }) =>
    final === null ? [] : [{ context, final }],
  );
  if (doubtful.length === 0 || samples.length < fewestSamples)
    return { kept: said, usage: noUsage };
  const { scores, usage } = await writer.verify({
    descriptions: doubtful.map(({ description }) => description),
    samples,
  });
  const refuted = new Set(doubtful.filter((_, at) => (scores[at] ?? 0) <= clearlyAgainst));
  return { kept: said.filter((item) => !refuted.has(item)), usage: addUsage(noUsage, usage) };
}

/**
 * What a counter knows no model needs to be believed about: where both speak of the same thing the
 * counted description stands, and what the model did not mention is added.
 */
function withCounted(said: readonly Described[], counted: readonly Described[]): Described[] {
  const exact = said.map((item) => counted.find((other) => overlaps(item, other)) ?? item);
  return [...new Set([...exact, ...counted])];
}

function overlaps(one: Described, other: Described): boolean {
  const slots = slotsOf(one);
  return slotsOf(other).some((slot) => slots.includes(slot));
}

/** Where the writer named no spans, the whole edit is the evidence. */
function withSpans(item: Described, { draft, final }: Edit): Described {
  if (item.before !== '' || item.after !== '') return item;
  const spans = changedSpans(draft, final);
  const joined = (side: 'before' | 'after'): string =>
    spans
      .map((span) => span[side].trim())
      .filter((text) => text !== '')
      .join(' … ');
  return { ...item, before: joined('before'), after: joined('after') };
}
