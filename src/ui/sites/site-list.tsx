import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import { allowedSites, disableSite, enableSite } from './site-access.ts';

interface Site {
  readonly origin: string;
  /** The webmail's own name; without one its address stands for itself. */
  readonly name?: string;
}

interface SiteListProps {
  readonly label: string;
  readonly sites: readonly Site[];
  /** Origins that are switched on. */
  readonly enabled: readonly string[];
  readonly onChanged: () => Promise<void>;
}

/** Sites, each with a button that switches it on or off. */
export function SiteList({ label, sites, enabled, onChanged }: SiteListProps) {
  // Until the browser has answered, what is switched on counts as allowed.
  const [allowed, setAllowed] = useState<ReadonlySet<string> | null>(null);
  const { act: look, fault: unseen } = useAct();
  const { busy, fault, act } = useAct();
  const [refused, setRefused] = useState('');
  const switchedOn = enabled.join(' ');
  // Asked again whenever a site was switched: that is when a permission comes or goes.
  useEffect(() => {
    void look(async () => setAllowed(await allowedSites(sites.map(({ origin }) => origin))));
  }, [switchedOn, sites.length]);

  const turnOn = (origin: string): void => {
    setRefused('');
    void act(async () => {
      if (!(await enableSite(origin))) setRefused(new URL(origin).host);
      await onChanged();
    });
  };
  const turnOff = (origin: string): void =>
    void act(async () => {
      await disableSite(origin);
      await onChanged();
    });

  return (
    <>
      <ul class="list sites" aria-label={label}>
        {sites.map(({ origin, name }) => {
          const { host } = new URL(origin);
          const isOn = enabled.includes(origin) && allowed?.has(origin) !== false;
          return (
            <li key={origin} class="site">
              <span class="site-name">
                {name ?? <bdi>{host}</bdi>}
                {name && <bdi class="hint">{host}</bdi>}
              </span>
              {isOn && <span class="chip on">{t('ui_on')}</span>}
              {/* A site whose permission was taken away can be allowed again or removed. */}
              {!isOn && (
                <Button
                  busy={busy}
                  label={t('ui_switch_on_of', host)}
                  onClick={() => turnOn(origin)}
                >
                  {t('ui_switch_on')}
                </Button>
              )}
              {enabled.includes(origin) && (
                <Button
                  busy={busy}
                  label={t('ui_site_remove', host)}
                  onClick={() => turnOff(origin)}
                >
                  {t('ui_remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p class="problem" role="alert">
        {refused === '' ? '' : t('ui_site_refused', refused)}
      </p>
      <FaultNotice fault={fault ?? unseen} />
    </>
  );
}
