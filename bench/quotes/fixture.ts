import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A mail as it came, and what of it its sender wrote. */
export interface Fixture {
  readonly id: string;
  readonly language: string;
  readonly source: string;
  readonly text: string;
  readonly reply: string;
  /** The patterns were made with the `tuned` ones in sight; the `unseen` ones were only counted. */
  readonly half: 'tuned' | 'unseen';
}

const record = z.object({
  id: z.string(),
  lang: z.string(),
  source_repo: z.string(),
  text: z.string(),
  expected_reply: z.string().nullable(),
});

/** Half of a mail for good, by what is in it. */
export const halfOf = (text: string): Fixture['half'] =>
  (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'tuned' : 'unseen';

/**
 * Those records of a JSONL text that say what the reply is. Throws one sentence that names line and
 * field where a record is not as expected.
 */
export function fixturesIn(jsonl: string): Fixture[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = record.safeParse(parsed(line, index + 1));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`Line ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}.`);
    }
    const { id, lang, source_repo, text, expected_reply: reply } = read.data;
    if (reply === null) return [];
    return [{ id, language: lang, source: source_repo, text, reply, half: halfOf(text) }];
  });
}

/** The fixtures of a file; `null` where there is no such file. */
export async function readFixtures(file: string): Promise<Fixture[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : fixturesIn(text);
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`Line ${number}: is no JSON. One record a line is expected.`);
  }
}
