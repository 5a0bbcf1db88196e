import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Figures } from '../../learning/telling/progress.ts';
import { numberText, percentText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

interface GroupTableProps<Group extends string> {
  readonly title: string;
  readonly intro?: string;
  /** Over the names of the groups. */
  readonly heading: string;
  readonly groups: readonly { readonly group: Group; readonly figures: Figures }[];
  readonly nameOf: (group: Group) => string;
}

const step = 12;

/** Figures of each group, the largest first; nothing where there are none. */
export function GroupTable<Group extends string>(props: GroupTableProps<Group>) {
  const { groups, nameOf } = props;
  const [shown, setShown] = useState(step);
  if (groups.length === 0) return null;
  return (
    <Section title={props.title} {...(props.intro ? { intro: props.intro } : {})}>
      <table class="dash-table">
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            <th scope="col" class="number">
              {t('progress_mails')}
            </th>
            <th scope="col" class="number">
              {t('progress_median')}
            </th>
            <th scope="col" class="number">
              {t('progress_unedited_short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, shown).map(({ group, figures }) => (
            <tr key={group}>
              <th scope="row">
                <bdi>{nameOf(group)}</bdi>
              </th>
              <td class="number">{numberText(figures.mails)}</td>
              <td class="number">{percentText(figures.median)}</td>
              <td class="number">{percentText(figures.unedited)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shown && (
        <div class="more">
          <Button look="quiet" onClick={() => setShown(shown + 100)}>
            {t('ui_show_more', Math.min(100, groups.length - shown))}
          </Button>
        </div>
      )}
    </Section>
  );
}
