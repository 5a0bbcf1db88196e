import { useEffect, useState } from 'preact/hooks';
import './progress.css';
import { t } from '../../browser/text.ts';
import { byGroup, course, figuresOf, type Sent, sentOf } from '../../learning/telling/progress.ts';
import { allEpisodes } from '../all-episodes.ts';
import { countText } from '../count-text.ts';
import { numberText, percentText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { Working } from '../parts/working.tsx';
import { useAct } from '../use-act.ts';
import { ComparisonSection } from './comparison-section.tsx';
import { CourseTable } from './course-table.tsx';
import { GroupTable } from './group-table.tsx';
import { LineChart } from './line-chart.tsx';

/** Mails that a moment of the picture sums up, and moments there are at most. */
const summedUp = 20;
const points = 60;

/** Whether there is less and less to change, in pictures and in the numbers behind them. */
export function ProgressView() {
  const [mails, setMails] = useState<readonly Sent[] | null>(null);
  const [share, setShare] = useState(0);
  const { busy, fault, act } = useAct();
  const load = (): void =>
    void act(async () => {
      const sent: Sent[] = [];
      for await (const some of allEpisodes(setShare)) {
        sent.push(...some.flatMap((episode) => sentOf(episode) ?? []));
      }
      setMails(sent);
    });
  useEffect(load, []);
  return (
    <>
      {busy && <Working label={t('progress_reading')} share={share} />}
      <FaultNotice fault={fault}>
        <Button onClick={load}>{t('ui_try_again')}</Button>
      </FaultNotice>
      {mails?.length === 0 && (
        <>
          <div class="empty">
            <p>{t('progress_empty')}</p>
            <p class="hint">{t('progress_empty_hint')}</p>
          </div>
          <ComparisonSection mails={mails} />
        </>
      )}
      {mails && mails.length > 0 && <Told mails={mails} />}
    </>
  );
}

function Told({ mails }: { mails: readonly Sent[] }) {
  const moments = course(mails, summedUp, points);
  const sorted = mails.toSorted((one, other) => one.at - other.at);
  const newest = figuresOf(sorted.slice(-summedUp));
  const oldest = figuresOf(sorted.slice(0, summedUp));
  const isEnough = moments.length > 1;
  return (
    <>
      {newest && oldest && (
        <dl class="tiles">
          <Tile
            name={t('progress_cost')}
            value={percentText(newest.median)}
            before={isEnough ? percentText(oldest.median) : null}
          />
          <Tile
            name={t('progress_unedited')}
            value={percentText(newest.unedited)}
            before={isEnough ? percentText(oldest.unedited) : null}
          />
          <Tile
            name={t('progress_tokens')}
            value={numberText(newest.tokens)}
            before={isEnough ? numberText(oldest.tokens) : null}
          />
        </dl>
      )}
      <p class="hint">
        {t('progress_of', countText(mails.length, 'dash_mails_one', 'dash_mails'), summedUp)}
      </p>
      {isEnough ? (
        <Section title={t('progress_over_time')} intro={t('progress_over_time_intro', summedUp)}>
          <LineChart
            name={t('progress_cost_chart')}
            values={moments.map(({ at, median, lower, upper }) => ({
              at,
              value: median,
              lower,
              upper,
            }))}
          />
          <LineChart
            name={t('progress_unedited_chart')}
            values={moments.map(({ at, unedited }) => ({ at, value: unedited }))}
          />
          <CourseTable moments={moments} />
        </Section>
      ) : (
        <p class="notice">{t('progress_too_few', summedUp + 1)}</p>
      )}
      <ComparisonSection mails={mails} />
      <GroupTable
        title={t('progress_by_recipient')}
        heading={t('progress_recipient')}
        groups={byGroup(mails, ({ recipient }) => [recipient])}
        nameOf={(address) => (address === '' ? t('history_nobody') : address)}
      />
      <GroupTable
        title={t('progress_by_facet')}
        intro={t('progress_by_facet_intro')}
        heading={t('popup_facet')}
        groups={byGroup(mails, ({ facets }) => facets)}
        nameOf={(facet) => t(`facet_${facet}`)}
      />
    </>
  );
}

function Tile(props: { name: string; value: string; before: string | null }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong>
        {props.before !== null && <span class="hint">{t('progress_before', props.before)}</span>}
      </dd>
    </div>
  );
}
