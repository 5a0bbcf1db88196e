import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from './button.tsx';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** Must give each `li` a key. */
  readonly row: (item: Item) => ComponentChild;
  /** How many are shown at first, and how many more at each click. */
  readonly step: number;
  readonly name: string;
}

/** Rows that are made before anything else: no window of ours shows more at once. */
const inSight = 12;

/** The first rows of a list and a button for the next ones, so that thousands open as fast as ten. */
export function LongList<Item>({ items, row, step, name }: LongListProps<Item>) {
  const [shown, setShown] = useState(Math.min(step, inSight));
  const isMore = items.length > shown && shown < step;
  useEffect(() => {
    if (!isMore) return undefined;
    const waiting = requestIdleCallback(() => setShown(step), { timeout: 500 });
    return () => cancelIdleCallback(waiting);
  }, [isMore, step]);
  return (
    <>
      <ul class="list" aria-label={name}>
        {items.slice(0, shown).map(row)}
      </ul>
      {items.length > shown && !isMore && (
        <div class="more">
          <Button look="quiet" onClick={() => setShown(shown + step)}>
            {t('ui_show_more', Math.min(step, items.length - shown))}
          </Button>
        </div>
      )}
    </>
  );
}
