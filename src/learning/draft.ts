import { alternatives } from './asking/alternatives.ts';
import { checkedDraft } from './asking/check.ts';
import { nearestSent } from './asking/examples.ts';
import { cipher } from './cipher.ts';
import { contextText } from './context-text.ts';
import { type Elements, standardElements } from './elements.ts';
import { Fault } from './fault.ts';
import { visibleText } from './gate/plain-text.ts';
import { unfounded } from './gate/unfounded.ts';
import type { CallOptions, DraftOrder, Embedder, Example, Memory, Writer } from './ports.ts';
import { retrieve } from './retrieve.ts';
import type {
  AppliedPreference,
  Comparison,
  Context,
  ContextVector,
  Guidance,
  Method,
  Rework,
  Usage,
} from './types.ts';
import { addUsage, noUsage } from './usage.ts';

/** `without`: ids of preferences that the user switched off for this draft. */
export interface DraftRequest {
  readonly context: Context;
  readonly without: readonly string[];
  /** Which side of the comparison it is on; left out where nothing is compared. */
  readonly comparison?: Comparison;
  /** What to begin with; left out where there is nothing yet. */
  readonly rework?: Rework;
}

/** What drafting works with. */
export interface DraftPorts {
  readonly writer: Writer;
  readonly embedder: Embedder;
  readonly memory: Memory;
  readonly method: Method;
  /** All that belong to the method unless given. */
  readonly elements?: Elements;
}

/** How a caller follows a draft in the making, and stops it. */
export interface DraftOptions extends CallOptions {
  /**
   * Called once, before the first text, with the preferences the draft is written with, and whether it is
   * written without those that hold here, for comparison.
   */
  readonly onShaped?: (preferences: readonly AppliedPreference[], isHeldOut: boolean) => void;
}

/** A draft, what it was written with, and the vector its episode is found by. */
export interface Draft {
  /** Plain text, without invisible characters. */
  readonly text: string;
  /** Addresses, links and numbers in it that nobody gave; to be shown to the user. */
  readonly flagged: readonly string[];
  readonly guidance: Guidance | null;
  /** As asked for; left out where no preference holds, for there is nothing to compare. */
  readonly comparison?: Comparison;
  readonly vector: ContextVector;
  readonly usage: Usage;
}

/**
 * Writes a draft for a context with what was learned so far. One model call, and one more for
 * `cipher-5` where several contexts have something to say. Rejects with a `Fault`: `empty-notes` when
 * there is neither a note nor a message to answer, `cancelled`, or what embedder and writer say.
 */
export async function createDraft(
  request: DraftRequest,
  ports: DraftPorts,
  options: DraftOptions = {},
): Promise<Draft> {
  const { signal, onText } = options;
  const callOptions: CallOptions = { ...(signal && { signal }), ...(onText && { onText }) };
  const { order, vector, usage, comparison } = await prepared(request, ports, options);
  const isAsked = order.rework !== undefined && order.rework.tone !== null;
  // What was asked for with a press goes before what is preferred.
  const check = ports.method.kind === 'penchant' && !isAsked;
  const first = await ports.writer.draft(order, callOptions);
  const written =
    check && (ports.elements ?? standardElements).check
      ? await checkedDraft(first, order, ports.writer, callOptions)
      : first;
  const draft = finished(written.text, order, vector, addUsage(usage, written.usage));
  return { ...draft, ...(comparison && { comparison }) };
}

/**
 * Writes up to three drafts for a context, the one that fits best first, no two the same; see
 * `alternatives`. One model call each. Rejects as `createDraft` does.
 */
export async function createAlternatives(
  request: DraftRequest,
  ports: DraftPorts,
  options: Omit<DraftOptions, 'onText'> = {},
): Promise<readonly Draft[]> {
  const { order, vector, usage } = await prepared(request, ports, options);
  const { signal } = options;
  const { candidates, usage: spent } = await alternatives(order, ports, signal ? { signal } : {});
  return candidates.map(({ text, guidance }, index) =>
    // All were paid for to get the first one.
    finished(text, { ...order, guidance }, vector, index === 0 ? addUsage(usage, spent) : noUsage),
  );
}

/** What a writer is asked for, found without asking it (but for `cipher-5`). */
async function prepared(
  request: DraftRequest,
  ports: DraftPorts,
  options: DraftOptions,
): Promise<{
  order: DraftOrder;
  vector: ContextVector;
  usage: Usage;
  comparison: Comparison | null;
}> {
  const { context, rework } = request;
  const isEmpty = context.notes.trim() === '' && context.incoming === null;
  if (isEmpty && rework === undefined) throw new Fault('empty-notes');
  const [vector] = await ports.embedder.embed([contextText(context)]);
  if (!vector) throw new Fault('encoder-failed', ports.embedder.id);
  stopIfCancelled(options);
  const { usage, ...shaped } = await shape(request, vector, ports, options);
  stopIfCancelled(options);
  const comparison = shaped.guidance === null ? null : (request.comparison ?? null);
  const isHeldOut = comparison === 'without';
  const { guidance, examples } = isHeldOut ? { guidance: null, examples: [] } : shaped;
  options.onShaped?.(guidance?.preferences ?? [], isHeldOut);
  const order = { context, guidance, examples, ...(rework && { rework }) };
  return { order, vector, usage, comparison };
}

function finished(
  written: string,
  { context, guidance, rework }: DraftOrder,
  vector: ContextVector,
  usage: Usage,
): Draft {
  const text = visibleText(written).trim();
  // What stood there already was not made up.
  const given = { ...context, notes: `${context.notes}\n${rework?.text ?? ''}` };
  return { text, flagged: unfounded(text, given, guidance), guidance, vector, usage };
}

/** What a draft is written with besides its context. */
interface Shaped {
  readonly guidance: Guidance | null;
  readonly examples: readonly Example[];
  readonly usage: Usage;
}

async function shape(
  { context, without }: DraftRequest,
  vector: ContextVector,
  { memory, writer, method, elements = standardElements }: DraftPorts,
  { signal }: CallOptions,
): Promise<Shaped> {
  if (method.kind === 'penchant') {
    return {
      guidance: await retrieve({ context, vector, without }, memory, elements),
      examples: elements.examples ? await nearestSent(context, vector, memory) : [],
      usage: noUsage,
    };
  }
  const k = method.kind === 'cipher-5' ? 5 : 1;
  // Without `onText`: the aggregated description is no part of the draft.
  const aggregated = await cipher(
    { vector, k, without },
    { memory, writer },
    signal ? { signal } : {},
  );
  return { ...aggregated, examples: [] };
}

function stopIfCancelled({ signal }: CallOptions): void {
  if (signal?.aborted) throw new Fault('cancelled');
}
