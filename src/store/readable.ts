import type { z } from 'zod';
import { Fault } from '../learning/fault.ts';

/** The record, or `undefined` where there is none or its shape is not the one we know. */
export function readable<Shape extends z.ZodType>(
  shape: Shape,
  record: unknown,
): z.output<Shape> | undefined {
  return shape.safeParse(record).data;
}

/**
 * Refuses (`storage-failed`) what could not be read back later: it would be lost while everybody
 * believed it stored.
 */
export function proveReadable(shape: z.ZodType, record: unknown, what: string): void {
  const { error } = shape.safeParse(record);
  if (error) throw new Fault('storage-failed', `${what}: ${error.message}`, { cause: error });
}
