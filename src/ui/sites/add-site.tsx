import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import { enableSite } from './site-access.ts';
import { siteOrigin } from './site-address.ts';

/** Switches a webmail on by its address. */
export function AddSite({ onChanged }: { onChanged: () => Promise<void> }) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const { busy, fault, act } = useAct();

  const add = (): void => {
    if (busy) return;
    const origin = siteOrigin(text);
    setProblem(origin ? '' : t('ui_site_wrong'));
    if (!origin) return;
    void act(async () => {
      if (await enableSite(origin)) setText('');
      else setProblem(t('ui_site_refused', new URL(origin).host));
      await onChanged();
    });
  };

  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{t('ui_site_address')}</label>
      <div class="with-button">
        <input
          id={id}
          type="text"
          inputMode="url"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          maxLength={300}
          placeholder="mail.example.com"
          value={text}
          aria-invalid={problem === '' ? undefined : 'true'}
          aria-describedby={`${id}-problem`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" busy={busy}>
          {t('ui_add')}
        </Button>
      </div>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <FaultNotice fault={fault} />
    </form>
  );
}
