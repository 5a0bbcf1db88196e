import { z } from 'zod';
import { halfOf, type LabelledEdit } from './labelled-edit.ts';
import { readLines } from './read-lines.ts';

const mailEdit = z.object({
  id: z.string().min(1),
  language: z.string(),
  /** Name of the recipient. */
  to: z.string(),
  notes: z.string(),
  /** Text of the mail that is answered; empty for none. */
  incoming: z.string(),
  draft: z.string(),
  final: z.string(),
  spans: z.array(
    z.object({ before: z.string(), after: z.string(), kind: z.enum(['fact', 'style']) }),
  ),
});

/** The hand-written mail edits that ship; throws where a labelled span is not in its mail. */
export async function readMailEdits(file: string): Promise<LabelledEdit[]> {
  const lines = await readLines(file, mailEdit);
  return lines.map(({ record, place }) => {
    const { id, to, notes, incoming, language, draft, final } = record;
    const person = { name: to, address: '' };
    return {
      half: halfOf(id),
      draft,
      final,
      context: {
        task: incoming === '' ? 'new' : 'reply',
        site: '',
        recipients: [person],
        subject: '',
        incoming: incoming === '' ? null : { from: person, text: incoming },
        notes,
        language,
      },
      spans: record.spans.map(({ before, after, kind }) => {
        if (!draft.includes(before) || !final.includes(after)) {
          throw new Error(
            `${place}: “${before}” → “${after}” is not in the mail. Quote it exactly.`,
          );
        }
        return { before, after, kind, intent: kind, at: draft.indexOf(before) };
      }),
    };
  });
}
