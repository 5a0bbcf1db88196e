import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { plain, wordsOf } from '../plain.ts';
import { scopeText } from './scope-text.ts';

/** What a preference is found by, made once: in long lists that is what takes the time. */
const words = new WeakMap<Preference, string>();

function textOf(preference: Preference): string {
  const known = words.get(preference);
  if (known !== undefined) return known;
  const { description, facet, scope, status, evidence } = preference;
  // Those it was learned with; those it fails with are no reason to find it.
  const people = evidence.flatMap(({ says, recipient }) => (says === 'supports' ? recipient : []));
  const shown = [description, t(`facet_${facet}`), scopeText(scope), t(`status_${status}`)];
  const made = plain([...shown, ...people].join('\n'));
  words.set(preference, made);
  return made;
}

/**
 * Those that have every word of `query` in what is shown of them and of their edits, in the order they
 * came.
 */
export function search(preferences: readonly Preference[], query: string): readonly Preference[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return preferences;
  return preferences.filter((preference) =>
    wanted.every((word) => textOf(preference).includes(word)),
  );
}
