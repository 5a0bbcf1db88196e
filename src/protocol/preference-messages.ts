import { hereSchema } from './here.ts';
import { nothing, row } from './row.ts';
import {
  descriptionSchema,
  facetSchema,
  faultSchema,
  idSchema,
  preferenceSchema,
  scopeSchema,
  statusSchema,
} from './shapes.ts';
import { z } from './zod.ts';

const preferences = z.array(preferenceSchema).readonly();

/** A preference as somebody has it before them. */
const revisionSchema = z.strictObject({ id: idSchema, revision: z.number().int() });

/** Seeing and changing what was learned, by our own pages. */
export const preferenceMessages = {
  /**
   * What a page shows first: those that hold here and then the newest, `limit` in all, and how many there
   * are; `preferences.part` has the rest.
   */
  'preferences.first': row(
    ['page'],
    z.strictObject({ limit: z.number().int().min(1).max(1_000) }),
    z.strictObject({
      here: hereSchema,
      preferences,
      total: z.number().int(),
      /** What happened to the memory, told once: see `Store.notice`. */
      notice: faultSchema.nullable(),
    }),
  ),
  /** A stretch of all of them, in no order that means anything; as they were at the last `preferences.first`. */
  'preferences.part': row(
    ['page'],
    z.strictObject({ from: z.number().int().min(0), limit: z.number().int().min(1).max(2_000) }),
    z.strictObject({ preferences }),
  ),
  /** Those of them that are there. */
  'preferences.of': row(
    ['page'],
    z.strictObject({ ids: z.array(idSchema).max(500) }),
    z.strictObject({ preferences }),
  ),
  /** Makes one of two: `keep` gets the evidence of both and may get other words, `other` is deleted. */
  'preferences.merge': row(
    ['page'],
    z.strictObject({
      keep: revisionSchema,
      other: revisionSchema,
      description: descriptionSchema,
    }),
    z.strictObject({ before: preferences, merged: preferenceSchema }),
  ),
  /** Undoes it; `changed-elsewhere` where `merged` was changed since. */
  'preferences.unmerge': row(
    ['page'],
    z.strictObject({ before: preferences, merged: preferenceSchema }),
    nothing,
  ),
  'preferences.list': row(
    ['page'],
    nothing,
    z.strictObject({
      preferences,
      /** What happened to the memory, told once: see `Store.notice`. */
      notice: faultSchema.nullable(),
    }),
  ),
  'preferences.add': row(
    ['page'],
    z.strictObject({ description: descriptionSchema, facet: facetSchema, scope: scopeSchema }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  /** Refused with `changed-elsewhere` when `revision` is no longer the stored one. */
  'preferences.change': row(
    ['page'],
    z.strictObject({
      id: idSchema,
      revision: z.number().int(),
      description: descriptionSchema.optional(),
      facet: facetSchema.optional(),
      scope: scopeSchema.optional(),
      status: statusSchema.optional(),
      /** `true`: it stays as it is, whatever is learned; `false`: learning has it again. */
      pinned: z.boolean().optional(),
    }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  /** Answers with what was deleted, so that `preferences.restore` can bring it back. */
  'preferences.delete': row(
    ['page'],
    z.strictObject({ id: idSchema }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  'preferences.restore': row(['page'], z.strictObject({ preference: preferenceSchema }), nothing),
} as const;
