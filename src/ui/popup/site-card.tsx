import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { listText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import type { Here } from '../preferences/preference-book.ts';
import { allowedSites, disableSite, enableSite } from '../sites/site-access.ts';
import { useAct } from '../use-act.ts';

/** Whether Penchant is switched on for the site the user looks at, and for whom they write there. */
export function SiteCard({ here, onChanged }: { here: Here; onChanged: () => Promise<void> }) {
  const { origin, enabled, compose } = here;
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const { act: look, fault: unseen } = useAct();
  const { busy, fault, act } = useAct();
  // Asked again whenever the site was switched: that is when a permission comes or goes.
  useEffect(() => {
    if (origin !== '')
      void look(async () => setAllowed((await allowedSites([origin])).has(origin)));
  }, [look, origin, enabled]);

  if (origin === '') return <p class="site-card hint">{t('popup_no_site')}</p>;
  const { host } = new URL(origin);
  const isOn = enabled && allowed !== false;
  const turnOn = (): void => {
    setRefused(false);
    void act(async () => {
      setRefused(!(await enableSite(origin)));
      await onChanged();
    });
  };
  const turnOff = (): void =>
    void act(async () => {
      await disableSite(origin);
      await onChanged();
    });
  const draftHere = (): void =>
    void act(async () => {
      await call('panel.open', {});
      window.close();
    });
  const to = compose?.recipients.map(({ name, address }) => name || address) ?? [];
  return (
    <div class="site-card">
      {isOn ? (
        <div class="line">
          <p>
            <span class="chip on">{t('ui_on')}</span> <bdi class="host">{host}</bdi>
          </p>
          <Button look="quiet" busy={busy} label={t('popup_site_off', host)} onClick={turnOff}>
            {t('ui_switch_off')}
          </Button>
        </div>
      ) : (
        <Button look="main" busy={busy} onClick={turnOn}>
          {t('ui_site_use', host)}
        </Button>
      )}
      <div class="line">
        <p class="hint">
          {to.length > 0 && (
            <>
              {t('popup_writing_to')} <bdi>{listText(to)}</bdi>
            </>
          )}
        </p>
        <Button busy={busy} onClick={draftHere}>
          {t('popup_draft_here')}
        </Button>
      </div>
      {compose?.isChanged && <p class="hint">{t('popup_site_changed')}</p>}
      <p class="problem" role="alert">
        {refused ? t('ui_site_refused', host) : ''}
      </p>
      <FaultNotice fault={fault ?? unseen} />
    </div>
  );
}
