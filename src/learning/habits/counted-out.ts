import { spellOut } from '../mail/contractions.ts';
import { withoutEmoji } from '../mail/emoji.ts';
import { withoutSofteners } from '../mail/hedges.ts';
import { type Measures, measure } from '../mail/measure.ts';
import type { Edit } from '../ports.ts';

/**
 * Whether counting explains the whole edit: greeting, closing and courtesies aside, draft and final
 * text say the same in the same words once everything that is counted (contractions, lists, emoji,
 * exclamation marks, softening words, small letters) is evened out. Then no model has anything to add.
 */
export function isCountedOut(edit: Pick<Edit, 'context' | 'draft' | 'final'>): boolean {
  const draft = measure(edit.draft, edit.context);
  const final = measure(edit.final, edit.context);
  return isSame(matterWords(draft), matterWords(final)) && politeAlike(draft, final);
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

/** A courtesy that came or went is counted; one that was put otherwise is a matter of wording. */
function politeAlike(draft: Measures, final: Measures): boolean {
  return (['opening', 'closing'] as const).every((place) => {
    const said = (mail: Measures): string[] =>
      mail.courtesies.flatMap((one) => (one.place === place ? words(one.sentence) : []));
    const [before, after] = [said(draft), said(final)];
    return before.length === 0 || after.length === 0 || isSame(before, after);
  });
}

function matterWords({ said, courtesies }: Measures): readonly string[] {
  const polite = new Set(courtesies.map(({ sentence }) => sentence));
  return said.filter((one) => !polite.has(one)).flatMap(words);
}

/** The words of a sentence with everything evened out that is counted. */
function words(sentence: string): readonly string[] {
  return (
    withoutSofteners(spellOut(withoutEmoji(sentence)))
      .toLowerCase()
      .replace(/\s&\s/gu, ' and ')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
