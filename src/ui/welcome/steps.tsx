import { t } from '../../browser/text.ts';

/** How to use it, in three steps with a small picture each. The pictures only repeat the words. */
export function Steps() {
  return (
    <ol class="steps">
      <li>
        <AskPicture />
        <p>{t('welcome_step_ask')}</p>
      </li>
      <li>
        <EditPicture />
        <p>{t('welcome_step_edit')}</p>
      </li>
      <li>
        <LearnPicture />
        <p>{t('welcome_step_learn')}</p>
      </li>
    </ol>
  );
}

function AskPicture() {
  return (
    <svg class="picture" viewBox="7 7 146 82" aria-hidden="true">
      <rect class="paper" x="8" y="8" width="144" height="80" rx="6" />
      <path class="rule" d="M8 26h144" />
      <path class="line" d="M18 17h44M18 38h28" />
      <circle class="round" cx="133" cy="70" r="11" />
      <path
        class="pen"
        d="m128 75 .6-2.4 5.6-5.6a1.1 1.1 0 0 1 1.6 0l.2.2a1.1 1.1 0 0 1 0 1.6l-5.6 5.6zm5.2-7 1.8 1.8"
      />
    </svg>
  );
}

function EditPicture() {
  return (
    <svg class="picture" viewBox="7 7 146 82" aria-hidden="true">
      <rect class="paper" x="8" y="8" width="144" height="80" rx="6" />
      <rect class="removed" x="15" y="18" width="46" height="11" rx="3" />
      <path class="line" d="M18 23.5h40" />
      <rect class="added" x="65" y="18" width="30" height="11" rx="3" />
      <path class="line strong" d="M68 23.5h24" />
      <path class="line" d="M18 41h122M18 54h104M18 67h60" />
      <path class="line caret" d="M84 60v14" />
    </svg>
  );
}

function LearnPicture() {
  return (
    <svg class="picture" viewBox="7 7 146 82" aria-hidden="true">
      <rect class="paper" x="8" y="8" width="144" height="80" rx="6" />
      <rect class="chip-shape" x="18" y="20" width="88" height="17" rx="8.5" />
      <path class="line accent-line" d="m26 28.5 3 3 5.5-6M42 28.5h54" />
      <rect class="chip-shape" x="18" y="45" width="66" height="17" rx="8.5" />
      <path class="line accent-line" d="m26 53.5 3 3 5.5-6M42 53.5h32" />
      <path class="line" d="M18 75h40" />
    </svg>
  );
}
