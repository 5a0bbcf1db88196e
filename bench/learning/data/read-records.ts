import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ModelTask } from '../model/options.ts';
import { sourceOf } from './sources.ts';

const filled = z.string({ error: 'must be a text' }).trim().min(1, 'must not be empty');

const recordSchema = z.object({
  id: filled,
  /** Where texts like this one come from; decides the latent preference where there is no other. */
  domain: filled,
  /** What the mail or the summary is made from. */
  text: filled,
  /** How the user likes this one written. */
  preference: filled.nullish(),
  recipient: z
    .object({
      name: filled,
      /** Such as `Dr.`; goes before the name. */
      title: z.string().trim().nullish(),
      email: z.email('must be a mail address'),
    })
    .nullish(),
  /** A factual change that the user makes in this one, whatever they think of its style. */
  fact: filled.nullish(),
  /** Said only where the domain and the recipient do not say it. */
  task: z.enum(['email', 'email_writing', 'summarization']).optional().catch(undefined),
});

/** One record of a data file, and where it stands (`file:line`). */
export type DataRecord = z.output<typeof recordSchema> & { readonly place: string };

/**
 * Reads JSONL files, in the order given. Other fields than ours are left alone. Throws one sentence
 * that names file, line and field, and what to do.
 */
export async function readRecords(files: readonly string[]): Promise<DataRecord[]> {
  const records: DataRecord[] = [];
  const places = new Map<string, string>();
  for (const file of files) {
    for (const record of await recordsIn(file)) {
      const first = places.get(record.id);
      if (first !== undefined) {
        throw new Error(
          `${record.place}: the id “${record.id}” is that of ${first} too. Give each its own.`,
        );
      }
      places.set(record.id, record.place);
      records.push(record);
    }
  }
  return records;
}

/** Whether a record is to be written as this task: what it says itself, else what fits its domain. */
export function isOf(task: ModelTask, record: DataRecord): boolean {
  if (record.task) return (record.task === 'summarization' ? 'summarization' : 'email') === task;
  if (record.recipient) return task === 'email';
  const other = task === 'email' ? 'summarization' : 'email';
  return sourceOf(record.domain, task) !== null || sourceOf(record.domain, other) === null;
}

async function recordsIn(file: string): Promise<DataRecord[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`The data file ${file} cannot be read. Give --data the path of a JSONL file.`, {
      cause,
    });
  });
  return content
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [recordIn(line, `${file}:${at + 1}`)]));
}

function recordIn(line: string, place: string): DataRecord {
  const { data, error } = recordSchema.safeParse(parsed(line, place));
  if (data) return { ...data, place };
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new Error(
    `${place}${field === '' ? '' : `, field ${field}`}: ${issue?.message ?? 'is no record'}. Each line ` +
      'is one record: {"id", "domain", "text", "preference"?, "recipient"?: {"name", "title", "email"}, "fact"?}.',
  );
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place}: is no JSON. Write each record as one JSON object on one line.`, {
      cause,
    });
  }
}
