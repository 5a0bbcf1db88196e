import { t } from '../../browser/text.ts';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { hrefOf, type View, views } from './route.ts';

/** Where one can go, and where one is. */
export function DashboardNav({ current }: { current: View }) {
  return (
    <header class="dash-side">
      <p class="dash-name">
        <Mark />
        {t('name')}
      </p>
      <nav aria-label={t('dash_nav')}>
        <ul class="dash-links">
          {views.map((view) => (
            <li key={view}>
              <a href={hrefOf(view)} aria-current={view === current ? 'page' : undefined}>
                <Icon name={view} />
                {t(`dash_${view}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
