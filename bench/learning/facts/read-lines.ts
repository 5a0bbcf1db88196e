import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * The records of a JSONL file, each with its line number. Throws one sentence that names file, line and
 * field, and what is expected there.
 */
export async function readLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<{ readonly record: z.output<Schema>; readonly place: string }[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read. Give the labelled revisions with --data FILE.`);
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `${file}:${index + 1}`;
    const read = schema.safeParse(parsed(line, place));
    if (read.success) return [{ record: read.data, place }];
    const [issue] = read.error.issues;
    throw new Error(`${place}: ${issue?.path.join('.') || 'the record'}: ${issue?.message}.`);
  });
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${place}: is no JSON. One record a line is expected.`);
  }
}
