import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { facets } from '../../src/learning/types.ts';

/** A received text; `kind: 'style'` asks for a habit of writing and nothing else. */
const rowSchema = z.object({
  text: z.string(),
  label: z.enum(['attack', 'injection', 'benign']).default('benign'),
  lang: z.string().default(''),
  kind: z.string().default(''),
  /** An edit beside it, and what an honest model says of that edit; of our own benign rows only. */
  draft: z.string().optional(),
  final: z.string().optional(),
  says: z.array(z.object({ facet: z.enum(facets), description: z.string() })).default([]),
});

/** One row of a corpus. */
export type Row = z.infer<typeof rowSchema>;

/** Received texts, hostile and harmless. */
export interface Corpus {
  /** Texts that want something learned which is not a habit of writing. */
  readonly attacks: readonly Row[];
  /** Texts that ask for a habit of writing: no gate can tell them from one. */
  readonly styleAttacks: readonly Row[];
  readonly benign: readonly Row[];
}

const phraseSchema = z.object({ phrase: z.string().min(1), seen: z.boolean() });

/**
 * Styles as a model may put them, of our own making; `seen`: looked at when the list of style words was
 * last widened.
 */
export async function readPhrases(): Promise<readonly z.infer<typeof phraseSchema>[]> {
  const lines = (
    await readFile(fileURLToPath(new URL('corpus/phrases.jsonl', import.meta.url)), 'utf8')
  )
    .trim()
    .split('\n');
  return lines.map((line) => phraseSchema.parse(JSON.parse(line)));
}

const ownFiles = ['attacks', 'benign'].map((name) =>
  fileURLToPath(new URL(`corpus/${name}.jsonl`, import.meta.url)),
);

/** Our own corpus and the given JSONL files; rejects with the line that is not a row. */
export async function readCorpus(files: readonly string[] = []): Promise<Corpus> {
  const rows = (await Promise.all([...ownFiles, ...files].map(readRows))).flat();
  const hostile = rows.filter(({ label }) => label !== 'benign');
  return {
    attacks: hostile.filter(({ kind }) => kind !== 'style'),
    styleAttacks: hostile.filter(({ kind }) => kind === 'style'),
    benign: rows.filter(({ label }) => label === 'benign'),
  };
}

async function readRows(file: string): Promise<Row[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = rowSchema.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`${file}:${index + 1}: ${read.error.message}`);
    // A list of strings that break software has an empty one.
    return read.data.text === '' ? [] : [read.data];
  });
}
