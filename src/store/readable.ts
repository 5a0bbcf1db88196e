import type { z } from 'zod';
import { Fault } from '../learning/fault.ts';

/** The record, or `undefined` where there is none or its shape is not the one we know. */
export function readable<Shape extends z.ZodType>(
  shape: Shape,
  record: unknown,
): z.output<Shape> | undefined {
  return shape.safeParse(record).data;
}

/** Those of the records whose shape is the one we know, in the same order. */
export function allReadable<Shape extends z.ZodType>(
  shape: Shape,
  records: readonly unknown[],
): z.output<Shape>[] {
  return records.flatMap((record) => {
    const parsed = shape.safeParse(record);
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Refuses (`storage-failed`) what could not be read back later: it would be lost while everybody
 * believed it stored.
 */
export function proveReadable(shape: z.ZodType, record: unknown, what: string): void {
  const { error } = shape.safeParse(record);
  if (error) throw new Fault('storage-failed', `${what}: ${error.message}`, { cause: error });
}
