import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { oneIn } from '../../learning/comparison.ts';
import {
  compareSides,
  fewestOfASide,
  type Saved,
  type Sides,
} from '../../learning/telling/compare-sides.ts';
import type { Figures, Sent } from '../../learning/telling/progress.ts';
import { numberText, percentText } from '../format.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAct } from '../use-act.ts';

/** Switches the comparison on and off, and says what came of it: what preferences save, if anything. */
export function ComparisonSection({ mails }: { mails: readonly Sent[] }) {
  const [on, setOn] = useState<boolean | null>(null);
  const { fault, act } = useAct();
  useEffect(() => {
    void act(async () => setOn((await call('settings.read', {})).settings.comparing));
  }, [act]);
  const turn = (comparing: boolean): void =>
    void act(async () => {
      const { settings } = await call('settings.read', {});
      await call('settings.write', { settings: { ...settings, comparing } });
      setOn(comparing);
    });
  const sides = compareSides(mails);
  return (
    <Section title={t('compare_title')}>
      {on !== null && (
        <Switch
          label={t('compare_switch', oneIn)}
          hint={t('compare_hint')}
          on={on}
          onSwitch={turn}
        />
      )}
      <FaultNotice fault={fault} />
      {(on || sides.withThem || sides.without) && <SidesTable {...sides} />}
    </Section>
  );
}

function SidesTable({ withThem, without, saved }: Sides) {
  return (
    <>
      <table class="dash-table">
        <thead>
          <tr>
            <th scope="col">{t('compare_written')}</th>
            <th scope="col" class="number">
              {t('progress_mails')}
            </th>
            <th scope="col" class="number">
              {t('progress_median')}
            </th>
            <th scope="col" class="number">
              {t('progress_quartiles')}
            </th>
            <th scope="col" class="number">
              {t('progress_unedited_short')}
            </th>
          </tr>
        </thead>
        <tbody>
          <SideRow name={t('compare_with')} figures={withThem} />
          <SideRow name={t('compare_without')} figures={without} />
        </tbody>
      </table>
      <p class="hint">
        {saved === null
          ? t('compare_too_few', fewestOfASide, without?.mails ?? 0, withThem?.mails ?? 0)
          : verdict(saved)}
      </p>
    </>
  );
}

function SideRow({ name, figures }: { name: string; figures: Figures | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{numberText(figures?.mails ?? 0)}</td>
      <td class="number">{figures ? percentText(figures.median) : '–'}</td>
      <td class="number">
        {figures ? `${percentText(figures.lower)} – ${percentText(figures.upper)}` : '–'}
      </td>
      <td class="number">{figures ? percentText(figures.unedited) : '–'}</td>
    </tr>
  );
}

/** In percentage points of the text, rounded as they are shown. */
function verdict({ mean, lower, upper }: Saved): string {
  const points = (share: number): string => numberText(Math.abs(share) * 100);
  if (lower > 0) return t('compare_saves', points(mean), points(lower), points(upper));
  if (upper < 0) return t('compare_costs', points(mean), points(upper), points(lower));
  return t('compare_unclear', numberText(lower * 100), numberText(upper * 100));
}
