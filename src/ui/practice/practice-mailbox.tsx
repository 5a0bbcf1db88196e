import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import './practice.css';
import { t } from '../../browser/text.ts';
import { PracticeCompose } from './practice-compose.tsx';
import { type PracticeMail, practiceMails } from './practice-mails.ts';
import { useLearned } from './use-learned.ts';

/**
 * A mailbox that nobody's mail comes into or goes out of, in which everything else is real: drafts, edits
 * and what is learned from them. Its marks are those that `webmail/adapters/practice-site.ts` knows.
 */
export function PracticeMailbox() {
  const mails = useMemo(practiceMails, []);
  const [open, setOpen] = useState<PracticeMail | null>(null);
  const [isReplying, setReplying] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [status, setStatus] = useState('');
  const replyButton = useRef<HTMLButtonElement>(null);
  const learned = useLearned();
  const choose = (mail: PracticeMail): void => {
    setOpen(mail);
    setReplying(false);
    setStatus('');
  };
  const end = (key: 'practice_sent' | 'practice_discarded'): void => {
    setReplying(false);
    setStatus(t(key));
    if (open && key === 'practice_sent') setSent([...new Set([...sent, open.id])]);
  };
  // The form is gone, and the focus with it.
  useEffect(() => {
    if (status !== '') replyButton.current?.focus();
  }, [status]);
  return (
    <div class="practice">
      <p class="hint" role="status">
        {stepText(open !== null, isReplying, sent.length)}
      </p>
      <div class="practice-box">
        <ul class="practice-list" aria-label={t('practice_inbox')}>
          {mails.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                aria-current={mail === open ? 'true' : undefined}
                onClick={() => choose(mail)}
              >
                <span class="practice-from">{mail.from.name}</span>
                <span class="hint">{mail.subject}</span>
                {sent.includes(mail.id) && <span class="chip">{t('practice_answered')}</span>}
              </button>
            </li>
          ))}
        </ul>
        {open && (
          <div class="practice-reading">
            <article
              class="message"
              data-from-name={open.from.name}
              data-from-address={open.from.address}
            >
              <h3>{open.subject}</h3>
              <p class="hint">
                {open.from.name} <bdi>&lt;{open.from.address}&gt;</bdi>
              </p>
              <div class="body" dir="auto">
                {open.body.split('\n\n').map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
            </article>
            {isReplying ? (
              <PracticeCompose
                key={`${open.id} ${sent.length}`}
                answered={open}
                onSent={() => end('practice_sent')}
                onDiscarded={() => end('practice_discarded')}
              />
            ) : (
              <p class="line">
                <button
                  class="button main"
                  type="button"
                  ref={replyButton}
                  onClick={() => setReplying(true)}
                >
                  {t('practice_reply')}
                </button>
                <span class="hint" role="status">
                  {status}
                </span>
              </p>
            )}
          </div>
        )}
      </div>
      {learned.length > 0 && (
        <div class="practice-learned">
          <h3>{t('practice_learned')}</h3>
          <ul>
            {learned.map((description) => (
              <li key={description} dir="auto">
                {description}
              </li>
            ))}
          </ul>
          <p class="hint">{t('practice_learned_hint')}</p>
        </div>
      )}
    </div>
  );
}

function stepText(isOpen: boolean, isReplying: boolean, sent: number): string {
  if (isReplying) return t(sent === 0 ? 'practice_step_edit' : 'practice_step_again');
  if (sent === 0) return t(isOpen ? 'practice_step_reply' : 'practice_step_open');
  return t(sent === 1 ? 'practice_step_next' : 'practice_step_done');
}
