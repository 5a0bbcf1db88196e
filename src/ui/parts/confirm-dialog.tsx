import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from './button.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the one button says that does it. */
  readonly action: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** Asks once more, before what is hard to undo. The focus is on leaving everything as it is. */
export function ConfirmDialog({ title, action, busy, children, ...rest }: ConfirmDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The browser keeps the focus inside, and gives it back afterwards.
    dialog.current?.showModal();
    cancel.current?.focus();
    return () => dialog.current?.close();
  }, []);
  return (
    <dialog
      class="confirm-dialog"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        rest.onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`}>{children}</div>
      <div class="buttons">
        <Button buttonRef={cancel} onClick={rest.onCancel}>
          {t('ui_cancel')}
        </Button>
        <Button look="main" busy={busy} onClick={rest.onConfirm}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}
