import { useCallback, useRef } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { UndoBar } from '../parts/undo-bar.tsx';
import type { PreferenceBook } from '../preferences/preference-book.ts';
import { useAct } from '../use-act.ts';

/** Brings back what was deleted or merged last. `onLeave` finds the focus a new place when the bar had it. */
export function DeletedBar({ book, onLeave }: { book: PreferenceBook; onLeave: () => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const { fault, act } = useAct();
  const deleted = book.deleted.value;
  const gone = useCallback(() => {
    if (bar.current?.contains(document.activeElement)) onLeave();
    book.forgetDeleted();
  }, [book, onLeave]);
  const undo = async (): Promise<void> => {
    if (await act(book.restore)) onLeave();
  };
  return (
    <div class="bottom" ref={bar}>
      <FaultNotice fault={fault} />
      {deleted && (
        <UndoBar
          key={deleted.preference.id}
          text={t(
            deleted.kind === 'deleted' ? 'popup_deleted' : 'popup_merged',
            deleted.preference.description,
          )}
          onUndo={() => void undo()}
          onGone={gone}
        />
      )}
    </div>
  );
}
