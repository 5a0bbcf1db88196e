import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import './history.css';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Episode } from '../../learning/types.ts';
import { allTime } from '../all-episodes.ts';
import { countText } from '../count-text.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Working } from '../parts/working.tsx';
import { TakenBar } from '../taken-out/taken-bar.tsx';
import { createTakenBook } from '../taken-out/taken-book.ts';
import { useAct } from '../use-act.ts';
import { EpisodeShelf } from './episode-shelf.tsx';
import { HistoryTools } from './history-tools.tsx';
import { inParts } from './in-parts.ts';
import { type Sought, useFound } from './use-found.ts';
import { whoText } from './who-text.ts';

/** Rows that are thought of together while they are far away. */
const together = 400;

const none: readonly string[] = [];

/** Every draft, newest first, with what became of it. Only what is in sight is read. */
export function HistoryView() {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [erased, setErased] = useState<ReadonlySet<string>>(new Set());
  /** Raised when what is shown may be out of date. */
  const [stamp, setStamp] = useState(0);
  const count = useRef<HTMLParagraphElement>(null);
  const toCount = useCallback(() => count.current?.focus(), []);
  const taken = useMemo(createTakenBook, []);
  const { fault, act } = useAct();
  const { fault: undone, act: change } = useAct();

  const [sought, setSought] = useState<Sought>({ query: '', facet: null });
  const found = useFound(ids ?? none, sought);

  const load = useCallback(
    () =>
      act(async () => {
        setIds((await call('episodes.ids', allTime)).ids);
      }),
    [act],
  );
  useEffect(() => void load(), [load]);
  const shelves = useMemo(
    () => inParts((found.isSearch ? found.ids : ids) ?? none, together),
    [ids, found.isSearch, found.ids],
  );

  const refresh = useCallback(() => setStamp((now) => now + 1), []);
  const erase = useCallback(
    (episode: Episode) =>
      void change(async () => {
        await taken.take([episode.id], 'erase', () => t('history_erased', whoText(episode)));
        setErased((before) => new Set([...before, episode.id]));
      }),
    [change, taken],
  );
  const leaveOut = useCallback(
    (episode: Episode) =>
      void change(async () => {
        await taken.take([episode.id], 'leave-out', () => t('history_left_out', whoText(episode)));
        refresh();
      }),
    [change, taken, refresh],
  );
  const learnAgain = useCallback(
    ({ id }: Episode) =>
      void change(async () => {
        await call('memory.learn-again', { id });
        refresh();
      }),
    [change, refresh],
  );
  const actions = useMemo(() => ({ erase, leaveOut, learnAgain }), [erase, leaveOut, learnAgain]);

  return (
    <>
      <FaultNotice fault={fault}>
        <Button onClick={() => void load()}>{t('ui_try_again')}</Button>
      </FaultNotice>
      {ids?.length === 0 && (
        <div class="empty">
          <p>{t('history_empty')}</p>
          <p class="hint">{t('history_empty_hint')}</p>
        </div>
      )}
      {ids !== null && ids.length > 0 && (
        <>
          <HistoryTools sought={sought} onSought={setSought} />
          <p class="hint" ref={count} tabIndex={-1} role="status">
            {found.ids === null
              ? countText(ids.length - erased.size, 'history_count_one', 'history_count')
              : countText(
                  found.ids.filter((id) => !erased.has(id)).length,
                  'history_found_one',
                  'history_found',
                )}
          </p>
          {found.share !== null && <Working label={t('history_searching')} share={found.share} />}
          <FaultNotice fault={found.fault} />
        </>
      )}
      <FaultNotice fault={undone} />
      <div class="history">
        {shelves.map((shelf, at) => (
          <EpisodeShelf
            key={shelf[0]}
            ids={shelf}
            first={at * together}
            erased={erased}
            stamp={stamp}
            actions={actions}
          />
        ))}
      </div>
      <TakenBar
        book={taken}
        onUndone={() => {
          setErased(new Set());
          void change(load).then(refresh);
        }}
        onLeave={toCount}
      />
    </>
  );
}
