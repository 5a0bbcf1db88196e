import { z } from 'zod';
import { halfOf, type LabelledEdit } from './labelled-edit.ts';
import { readLines } from './read-lines.ts';

const intents = ['meaning-changed', 'clarity', 'fluency', 'coherence', 'style', 'others'] as const;

const revision = z.object({
  doc_id: z.string(),
  text: z.string(),
  edited: z.string(),
  edits: z.array(
    z.object({
      before: z.string().nullable(),
      after: z.string().nullable(),
      start: z.number().int().nonnegative(),
      intent: z.enum(intents, { error: `expected one of ${intents.join(', ')}` }),
    }),
  ),
});

/** Human revisions in the form of IteraTeR; a changed meaning is a fact, everything else is style. */
export async function readRevisions(file: string): Promise<LabelledEdit[]> {
  const lines = await readLines(file, revision);
  return lines.map(({ record }) => ({
    half: halfOf(record.doc_id),
    draft: record.text,
    final: record.edited,
    context: {
      task: 'unknown',
      site: '',
      recipients: [],
      subject: '',
      incoming: null,
      notes: '',
      language: 'en',
    },
    spans: record.edits.map(({ before, after, start, intent }) => ({
      before: before ?? '',
      after: after ?? '',
      kind: intent === 'meaning-changed' ? 'fact' : 'style',
      intent,
      at: start,
    })),
  }));
}
