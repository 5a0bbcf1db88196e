import { type FaultData, faultCodes } from '../learning/fault.ts';
import {
  type Context,
  type Correspondent,
  type EditCost,
  type Episode,
  type Evidence,
  facets,
  type OriginSpan,
  type Preference,
  type Scope,
  statuses,
  type Task,
  type Trace,
} from '../learning/types.ts';
import { z } from './zod.ts';

/*
 * zod shapes of the method's words, for messages and storage; each is declared to be the shape of its
 * word, so the two cannot drift apart. Sizes are in UTF-16 units.
 */
type Shape<Word, Given = Word> = z.ZodType<Word, Given>;

const id = z.string().min(1).max(100);
const line = z.string().max(1_000);
/** Longer than any mail a person writes; keeps a hostile page from filling the disk. */
const body = z.string().max(200_000);

const taskSchema = z.enum(['new', 'reply', 'forward', 'unknown']);

export const correspondentSchema: Shape<Correspondent> = z.strictObject({
  address: line,
  name: line,
});

export const contextSchema: Shape<Context> = z.strictObject({
  task: taskSchema,
  site: z.string().max(300),
  recipients: z.array(correspondentSchema).max(200),
  subject: line,
  incoming: z.strictObject({ from: correspondentSchema, text: body }).nullable(),
  notes: z.string().max(20_000),
  language: z.string().max(35).nullable(),
});

export const scopeSchema: Shape<Scope> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everywhere') }),
  z.strictObject({ kind: z.literal('site'), site: z.string().max(300) }),
  z.strictObject({ kind: z.literal('task'), task: taskSchema }),
  z.strictObject({ kind: z.literal('domain'), domain: z.string().max(300) }),
  z.strictObject({ kind: z.literal('recipient'), address: line }),
  z.strictObject({ kind: z.literal('nearby') }),
]);

/** `task` is not known of what the first version learned. */
type GivenEvidence = Omit<Evidence, 'task'> & { readonly task?: Task | undefined };
type GivenPreference = Omit<Preference, 'evidence'> & {
  readonly evidence: readonly GivenEvidence[];
};

const evidenceSchema: Shape<Evidence, GivenEvidence> = z.strictObject({
  episodeId: id,
  at: z.number(),
  says: z.enum(['supports', 'confirms', 'contradicts', 'differs']),
  recipient: line,
  task: taskSchema.default('unknown'),
  before: z.string().max(2_000),
  after: z.string().max(2_000),
});

/** What a person may write as a preference. */
export const descriptionSchema = z.string().trim().min(1).max(500);
export const facetSchema = z.enum(facets);
export const statusSchema = z.enum(statuses);

export const preferenceSchema: Shape<Preference, GivenPreference> = z.strictObject({
  id,
  description: descriptionSchema,
  facet: facetSchema,
  scope: scopeSchema,
  evidence: z.array(evidenceSchema).max(1_000),
  confidence: z.number().min(0).max(1),
  origin: z.enum(['learned', 'user']),
  status: statusSchema,
  revision: z.number().int().min(0),
  createdAt: z.number(),
  updatedAt: z.number(),
});

const appliedSchema = z.strictObject({
  id,
  revision: z.number().int(),
  facet: facetSchema,
  description: z.string().max(500),
});

const guidanceSchema = z.strictObject({
  text: z.string().max(20_000),
  preferences: z.array(appliedSchema).max(200),
});

const usageSchema = z.strictObject({
  calls: z.number().int().min(0),
  inputTokens: z.number().min(0),
  outputTokens: z.number().min(0),
});

export const editCostSchema: Shape<EditCost> = z.strictObject({
  words: z.number().int().min(0),
  normalised: z.number().min(0).max(1),
});

export const traceSchema: Shape<Trace> = z.strictObject({
  print: z.string().max(100),
  isExplained: z.boolean(),
  left: z.enum(['standing', 'closed', 'unknown']),
});

/** Stretches of one text; a person pastes less often. */
export const originsSchema: Shape<readonly OriginSpan[]> = z
  .array(
    z.strictObject({
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      origin: z.enum(['typed', 'pasted', 'draft', 'quoted', 'programmatic']),
    }),
  )
  .max(200);

export const episodeSchema: Shape<Episode> = z.strictObject({
  id,
  at: z.number(),
  context: contextSchema,
  writer: line,
  draft: body,
  trace: traceSchema.exactOptional(),
  final: body.nullable(),
  origins: originsSchema.exactOptional(),
  outcome: z.enum(['open', 'sent', 'scheduled', 'discarded']),
  guidance: guidanceSchema.nullable(),
  without: z.array(id).max(200).readonly().exactOptional(),
  comparison: z.enum(['with', 'without']).exactOptional(),
  cost: editCostSchema.nullable(),
  standing: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('inferred'), preferenceIds: z.array(id).max(200) }),
      z.strictObject({ kind: z.literal('kept'), guidance: guidanceSchema }),
    ])
    .nullable(),
  isLeftOut: z.literal(true).exactOptional(),
  usage: z.strictObject({ draft: usageSchema, learn: usageSchema }),
});

export const faultSchema: Shape<FaultData> = z.strictObject({
  code: z.enum(faultCodes),
  detail: z.string(),
  retryAfter: z.number().exactOptional(),
});

export const textSchema = body;
export const idSchema = id;
