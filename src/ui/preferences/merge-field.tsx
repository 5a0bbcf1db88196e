import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import type { PreferenceBook } from './preference-book.ts';
import { scopeText } from './scope-text.ts';

/** More than anybody looks through; the nearest come first. */
const most = 50;

/** Makes one of this preference and another of its kind, in this one's words. */
export function MergeField(props: {
  preference: Preference;
  book: PreferenceBook;
  onDone: () => void;
}) {
  const { preference, book, onDone } = props;
  const id = useId();
  const [otherId, setOther] = useState('');
  const { busy, fault, act } = useAct();
  const all = book.all.value;
  const others = useMemo(() => likely(preference, all ?? []), [preference, all]);
  const other = others.find((one) => one.id === otherId);
  if (others.length === 0) return null;
  const merge = async (): Promise<void> => {
    if (!other || busy) return;
    if (await act(() => book.merge(preference, other, preference.description))) onDone();
  };
  return (
    <div class="field wide">
      <label for={id}>{t('popup_merge')}</label>
      <div class="line">
        <select id={id} value={otherId} onChange={(event) => setOther(event.currentTarget.value)}>
          <option value="">{t('popup_merge_none')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.description} (${scopeText(one.scope)})`}
            </option>
          ))}
        </select>
        <Button busy={busy || !other} onClick={() => void merge()}>
          {t('popup_merge_do')}
        </Button>
      </div>
      <FaultNotice fault={fault} />
    </div>
  );
}

/** Those about the same side of a text, the ones with most words in common first. */
function likely(preference: Preference, all: readonly Preference[]): readonly Preference[] {
  const own = wordsOf(preference);
  return all
    .filter(({ id, facet, status }) => {
      return id !== preference.id && facet === preference.facet && status !== 'superseded';
    })
    .map((one) => ({ one, shared: [...wordsOf(one)].filter((word) => own.has(word)).length }))
    .sort((one, other) => other.shared - one.shared)
    .slice(0, most)
    .map(({ one }) => one);
}

const wordsOf = ({ description }: Preference): ReadonlySet<string> =>
  new Set(description.toLowerCase().match(/[\p{L}\p{N}]+/gu));
