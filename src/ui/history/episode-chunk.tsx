import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Episode } from '../../learning/types.ts';
import { numberText } from '../format.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import { EpisodeRow, type RowActions } from './episode-row.tsx';
import { margin, usualRow } from './row-measure.ts';

/** Some rows of the history, and what can be done with them. */
export interface RowsProps {
  readonly ids: readonly string[];
  /** Place of the first of them in the whole list. */
  readonly first: number;
  readonly erased: ReadonlySet<string>;
  readonly stamp: number;
  readonly actions: RowActions;
}

/** Some rows of the history: read and made as they come near, let go as they leave. */
export function EpisodeChunk({ ids, first, erased, stamp, actions }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(first === 0);
  const [height, setHeight] = useState(ids.length * usualRow);
  const [episodes, setEpisodes] = useState<readonly Episode[] | null>(null);
  const { fault, act } = useAct();

  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const isSeen = entries.at(-1)?.isIntersecting === true;
        // Whoever reads or stands in it keeps it.
        const isUsed =
          current.contains(document.activeElement) || current.querySelector('.episode-more');
        if (!isSeen && isUsed) return;
        if (!isSeen && current.offsetHeight > 0) setHeight(current.offsetHeight);
        setNear(isSeen);
      },
      { rootMargin: margin },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isNear) {
      setEpisodes(null);
      return undefined;
    }
    let isCurrent = true;
    void act(async () => {
      const read = await call('episodes.read', { ids: [...ids] });
      if (isCurrent) setEpisodes(read.episodes);
    });
    return () => {
      isCurrent = false;
    };
  }, [isNear, ids, stamp, act]);

  const shown = episodes?.filter(({ id }) => !erased.has(id));
  return (
    <div
      ref={box}
      style={shown ? {} : { minBlockSize: `${height}px` }}
      aria-busy={isNear && !shown}
    >
      <FaultNotice fault={fault} />
      {shown && shown.length > 0 && (
        <ul
          class="list"
          aria-label={t('history_part', numberText(first + 1), numberText(first + ids.length))}
        >
          {shown.map((episode) => (
            <EpisodeRow key={episode.id} episode={episode} actions={actions} />
          ))}
        </ul>
      )}
    </div>
  );
}
