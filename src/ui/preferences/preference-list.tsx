import { useId } from 'preact/hooks';
import type { Preference } from '../../learning/types.ts';
import { LongList } from '../parts/long-list.tsx';
import type { PreferenceBook } from './preference-book.ts';
import { PreferenceRow } from './preference-row.tsx';

/** How many rows are made at first: more than anybody reads, few enough to open at once. */
const step = 40;

/** Preferences under a heading; nothing where there are none. */
export function PreferenceList(props: {
  title: string;
  preferences: readonly Preference[];
  /** Some are still on their way, so that nobody knows how many there are. */
  isPartial: boolean;
  book: PreferenceBook;
}) {
  const id = useId();
  if (props.preferences.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="list-title" id={id}>
        {props.title} {!props.isPartial && <span class="count">{props.preferences.length}</span>}
      </h2>
      <LongList
        items={props.preferences}
        step={step}
        name={props.title}
        row={(preference) => (
          <PreferenceRow key={preference.id} preference={preference} book={props.book} />
        )}
      />
    </section>
  );
}
