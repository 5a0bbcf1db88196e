import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { PracticeMail } from './practice-mails.ts';

interface ComposeProps {
  readonly answered: PracticeMail;
  readonly onSent: () => void;
  readonly onDiscarded: () => void;
}

/** The box an answer is written in; what is sent from it goes nowhere. */
export function PracticeCompose({ answered, onSent, onDiscarded }: ComposeProps) {
  const id = useId();
  const editor = useRef<HTMLTextAreaElement>(null);
  const [draftId] = useState(() => crypto.randomUUID());
  useEffect(() => {
    const field = editor.current;
    if (!field) return;
    // Only once: from here on the text is the user's.
    field.value = beginning(answered);
    field.focus();
    field.setSelectionRange(0, 0);
  }, [answered]);
  return (
    <form
      class="compose"
      aria-label={t('practice_reply')}
      onSubmit={(event) => {
        event.preventDefault();
        onSent();
      }}
    >
      <input type="hidden" name="draft-id" value={draftId} />
      <p class="practice-field">
        <label for={`${id}-to`}>{t('practice_to')}</label>
        <input
          id={`${id}-to`}
          name="to"
          autocomplete="off"
          readOnly
          value={`${answered.from.name} <${answered.from.address}>`}
        />
      </p>
      <p class="practice-field">
        <label for={`${id}-subject`}>{t('practice_subject')}</label>
        <input
          id={`${id}-subject`}
          name="subject"
          autocomplete="off"
          readOnly
          value={`Re: ${answered.subject}`}
        />
      </p>
      <textarea
        ref={editor}
        data-role="editor"
        dir="auto"
        rows={12}
        aria-label={t('practice_text')}
      />
      <p class="line">
        <button class="button main" name="send" type="submit">
          {t('practice_send')}
        </button>
        <button class="button quiet" name="discard" type="button" onClick={onDiscarded}>
          {t('practice_discard')}
        </button>
      </p>
    </form>
  );
}

/** An empty line to write in, and the quoted mail below it, as webmails begin an answer. */
function beginning({ from, body }: PracticeMail): string {
  const quoted = body.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return ['', '', t('practice_wrote', from.name), ...quoted].join('\n');
}
