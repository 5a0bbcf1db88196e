import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import './privacy.css';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import { FaultNotice } from '../parts/notice.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { TakenBar } from '../taken-out/taken-bar.tsx';
import { createTakenBook } from '../taken-out/taken-book.ts';
import { useAct } from '../use-act.ts';
import { EraseAll } from './erase-all.tsx';
import { EraseRange } from './erase-range.tsx';
import { OutboundSection } from './outbound-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StoredSection } from './stored-section.tsx';

interface PrivacyProps {
  readonly book: SettingsBook;
  readonly settings: Settings | null;
}

/** What is stored, what left this machine, where Penchant runs, and how all of it is erased. */
export function PrivacyView({ book, settings }: PrivacyProps) {
  const [sizes, setSizes] = useState<Response<'memory.sizes'> | null>(null);
  const { fault, act } = useAct();
  const toRange = useCallback(
    () => document.querySelector<HTMLElement>('#erase-from')?.focus(),
    [],
  );
  const taken = useMemo(createTakenBook, []);
  const count = useCallback(() => act(async () => setSizes(await call('memory.sizes', {}))), [act]);
  useEffect(() => void count(), [count]);
  const isTaken = taken.last.value !== null;
  // Counted anew when something went.
  useEffect(() => {
    if (isTaken) void count();
  }, [isTaken, count]);
  return (
    <>
      <FaultNotice fault={fault} />
      {sizes && <StoredSection sizes={sizes} keyHost={book.keyHost.value} />}
      <OutboundSection />
      {settings && <SitesSection book={book} settings={settings} />}
      <section class="section" aria-labelledby="privacy-erase">
        <div class="section-head">
          <h2 id="privacy-erase">{t('erase_title')}</h2>
        </div>
        <p class="intro">
          {t('erase_intro')} <a href="#history">{t('erase_one')}</a>
        </p>
        <EraseRange taken={taken} />
        <EraseAll
          mails={sizes?.episodes.count ?? 0}
          onErased={async () => {
            await Promise.all([count(), book.load()]);
          }}
        />
      </section>
      <TakenBar book={taken} onUndone={() => void count()} onLeave={toRange} />
    </>
  );
}
