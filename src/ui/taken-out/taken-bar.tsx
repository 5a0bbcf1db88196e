import { useCallback, useRef } from 'preact/hooks';
import { FaultNotice } from '../parts/notice.tsx';
import { UndoBar } from '../parts/undo-bar.tsx';
import { useAct } from '../use-act.ts';
import type { TakenBook } from './taken-book.ts';

interface TakenBarProps {
  readonly book: TakenBook;
  readonly onUndone: () => void;
  /** Finds the focus a new place when the bar had it. */
  readonly onLeave: () => void;
}

/** Says what was taken out and puts it back when asked. */
export function TakenBar({ book, onUndone, onLeave }: TakenBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { fault, act } = useAct();
  const last = book.last.value;
  const gone = useCallback(() => {
    if (bar.current?.contains(document.activeElement)) onLeave();
    book.forget();
  }, [book, onLeave]);
  const undo = async (): Promise<void> => {
    const isBack = await act(book.undo);
    if (isBack) onUndone();
    else book.forget();
    onLeave();
  };
  return (
    <div class="dash-bottom" ref={bar}>
      <FaultNotice fault={fault} />
      {last && (
        <UndoBar key={last.token} text={last.text} onUndo={() => void undo()} onGone={gone} />
      )}
    </div>
  );
}
