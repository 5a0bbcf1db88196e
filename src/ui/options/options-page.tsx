import { useEffect, useMemo, useRef } from 'preact/hooks';
import '../sheet.css';
import './dashboard.css';
import { t } from '../../browser/text.ts';
import { BackupView } from '../backup/backup-view.tsx';
import { HistoryView } from '../history/history-view.tsx';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { PreferencesView } from '../preferences/preferences-view.tsx';
import { PrivacyView } from '../privacy/privacy-view.tsx';
import { ProgressView } from '../progress/progress-view.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { DashboardNav } from './dashboard-nav.tsx';
import { ModelsView } from './models-view.tsx';
import { createRoute, type View } from './route.ts';

/** Everything there is to see and to choose. Each choice is kept as soon as it is made. */
export function OptionsPage({ book }: { book: SettingsBook }) {
  useEffect(() => void book.load(), [book]);
  const route = useMemo(createRoute, []);
  useEffect(() => route.close, [route]);
  const view = route.view.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(view);
  const title = t(`dash_${view}`);
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
    if (shown.current === view) return;
    shown.current = view;
    // Another page as far as anybody can tell: it begins at its top, for people who listen too.
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view, title]);
  const settings = book.settings.value;
  return (
    <div class="dash">
      <DashboardNav current={view} />
      <div class="dash-body">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <FaultNotice fault={book.fault.value}>
          {!settings && <Button onClick={() => void book.load()}>{t('ui_try_again')}</Button>}
        </FaultNotice>
        <ViewOf view={view} book={book} />
      </div>
    </div>
  );
}

function ViewOf({ view, book }: { view: View; book: SettingsBook }) {
  const settings = book.settings.value;
  switch (view) {
    case 'preferences':
      return <PreferencesView />;
    case 'history':
      return <HistoryView />;
    case 'progress':
      return <ProgressView />;
    case 'models':
      return settings && <ModelsView book={book} settings={settings} />;
    case 'privacy':
      return <PrivacyView book={book} settings={settings} />;
    case 'backup':
      return <BackupView onSettings={book.load} />;
  }
}
