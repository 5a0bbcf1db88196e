import { words } from '../../../src/learning/edits/edit-cost.ts';
import type { Usage } from '../../../src/learning/types.ts';
import { addUsage } from '../../../src/learning/usage.ts';
import type { Asker } from '../model/asker.ts';
import { readText } from '../model/read-text.ts';
import type { Seen, UserPrompts } from './prompts.ts';

/** What a user makes of a draft: `null` where they would send it as it is. */
export interface Verdict {
  readonly edited: string | null;
  readonly usage: Usage;
  /** Whether an answer could not be used even when asked again; the draft counts as unedited then. */
  readonly unusable: boolean;
}

/**
 * Plays the user on one draft: one call for whether they would send it, a second for their own text
 * where they would not. An answer of no use is asked for again once. Rejects with the model's `Fault`.
 */
export async function playUser(seen: Seen, prompts: UserPrompts, ask: Asker): Promise<Verdict> {
  const question = await ask({
    prompt: prompts.asksWhether(seen),
    read: (answer) => readYes(answer) ?? (prompts.unclearIsNo ? false : null),
    reminder: 'Answer with one word: yes or no.',
  });
  if (question.value !== false) {
    return { edited: null, usage: question.usage, unusable: question.value === null };
  }
  const edit = await ask({
    prompt: prompts.asksForEdit(seen),
    read: (answer) => readEdited(answer, seen.draft),
    reminder: 'Answer with the whole text and with nothing else.',
  });
  return {
    edited: edit.value === seen.draft.trim() ? null : edit.value,
    usage: addUsage(question.usage, edit.usage),
    unusable: edit.value === null,
  };
}

/** Whether an answer begins with yes, or with no; `null` where it does neither. */
export function readYes(answer: string): boolean | null {
  const said = /^[^\p{L}]*(yes|no)(?![\p{L}\p{N}])/iu.exec(answer)?.[1]?.toLowerCase();
  return said === undefined ? null : said === 'yes';
}

/** The edited text; `null` where the answer can be no edit of the draft, such as a mere “No.”. */
function readEdited(answer: string, draft: string): string | null {
  const text = readText(answer);
  if (text === null) return null;
  const isRemark = words(text).length <= 3 && words(draft).length > 12;
  return isRemark ? null : text;
}
