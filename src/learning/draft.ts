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
  Context,
  ContextVector,
  Guidance,
  Method,
  Usage,
} from './types.ts';
import { addUsage, noUsage } from './usage.ts';

/** `without`: ids of preferences that the user switched off for this draft. */
export interface DraftRequest {
  readonly context: Context;
  readonly without: readonly string[];
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
  /** Called once, before the first text, with the preferences the draft is written with. */
  readonly onShaped?: (preferences: readonly AppliedPreference[]) => void;
}

/** A draft, what it was written with, and the vector its episode is found by. */
export interface Draft {
  /** Plain text, without invisible characters. */
  readonly text: string;
  /** Addresses, links and numbers in it that nobody gave; to be shown to the user. */
  readonly flagged: readonly string[];
  readonly guidance: Guidance | null;
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
  const { context } = request;
  const { onShaped, ...callOptions } = options;
  if (context.notes.trim() === '' && context.incoming === null) throw new Fault('empty-notes');
  const [vector] = await ports.embedder.embed([contextText(context)]);
  if (!vector) throw new Fault('encoder-failed', ports.embedder.id);
  stopIfCancelled(options);
  const shaped = await shape(request, vector, ports, options);
  stopIfCancelled(options);
  onShaped?.(shaped.guidance?.preferences ?? []);
  const order: DraftOrder = { context, guidance: shaped.guidance, examples: shaped.examples };
  const check = ports.method.kind === 'penchant' && (ports.elements ?? standardElements).check;
  const first = await ports.writer.draft(order, callOptions);
  const written = check ? await checkedDraft(first, order, ports.writer, callOptions) : first;
  const text = visibleText(written.text).trim();
  return {
    text,
    flagged: unfounded(text, context, shaped.guidance),
    guidance: shaped.guidance,
    vector,
    usage: addUsage(shaped.usage, written.usage),
  };
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
