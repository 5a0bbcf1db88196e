import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from './button.tsx';

const shownMs = 10_000;

interface UndoBarProps {
  readonly text: string;
  readonly onUndo: () => void;
  /** Called once the time is over. */
  readonly onGone: () => void;
}

/** Says what was just done and offers for ten seconds to take it back; waits while it is pointed at. */
export function UndoBar({ text, onUndo, onGone }: UndoBarProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [held, setHeld] = useState(false);
  // What was clicked is gone from the page, and the focus with it: this is where it goes on.
  useEffect(() => button.current?.focus(), []);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  return (
    <div
      class="undo-bar"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span class="undo-text" dir="auto">
        {text}
      </span>
      <Button look="quiet" buttonRef={button} label={t('ui_undo_of', text)} onClick={onUndo}>
        {t('ui_undo')}
      </Button>
    </div>
  );
}
