import { editCost } from '../../../src/learning/edits/edit-cost.ts';
import { guidanceOf } from '../../../src/learning/guidance.ts';
import type { Writer } from '../../../src/learning/ports.ts';
import type { Guidance, Usage } from '../../../src/learning/types.ts';
import { noUsage } from '../../../src/learning/usage.ts';
import type { Round } from '../types.ts';

/** Whether the user changed a word of the draft. */
export function wasEdited(draft: string, final: string): boolean {
  return editCost(draft, final).words > 0;
}

/** What one edit shows, as CIPHER asks for it: one short phrase; empty where it shows nothing. */
export async function inferPhrase(
  writer: Writer,
  round: Round,
  edit: { readonly draft: string; readonly final: string; readonly guidance: Guidance | null },
): Promise<{ readonly phrase: string; readonly usage: Usage }> {
  const { preferences, usage } = await writer.infer(
    { ...edit, context: round.context, known: [] },
    'phrase',
  );
  return { phrase: preferences.map(({ description }) => description).join('\n'), usage };
}

/** One guidance made of phrases; asks the writer only where there is something to put together. */
export async function aggregatePhrases(
  writer: Writer,
  phrases: readonly string[],
): Promise<{ readonly guidance: Guidance | null; readonly usage: Usage }> {
  const said = phrases.filter((phrase) => phrase !== '');
  const [only] = said;
  if (only === undefined || said.length === 1) {
    return { guidance: guidanceOf(only ?? '', []), usage: noUsage };
  }
  const { text, usage } = await writer.aggregate(said);
  return { guidance: guidanceOf(text, []), usage };
}
