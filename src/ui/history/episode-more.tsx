import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { AppliedPreference, Episode, Preference, Usage } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import { numberText, percentText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { DiffView } from '../parts/diff-view.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { scopeText } from '../preferences/scope-text.ts';
import { useAct } from '../use-act.ts';
import type { RowActions } from './episode-row.tsx';
import { whoText } from './who-text.ts';

interface MoreProps {
  readonly episode: Episode;
  readonly actions: RowActions;
}

/** The whole of one mail: what was changed, what it was drafted with and why, what it taught and cost. */
export function EpisodeMore({ episode, actions }: MoreProps) {
  const { draft, final, guidance, standing, usage, writer, cost, isLeftOut } = episode;
  const taught = standing?.kind === 'inferred' ? standing.preferenceIds : [];
  const who = whoText(episode);
  const [known, setKnown] = useState<ReadonlyMap<string, Preference> | null>(null);
  const { fault, act } = useAct();
  // Read anew with the episode: what it taught may have changed with it.
  useEffect(() => {
    let isCurrent = true;
    const ids = namedIn(episode);
    void act(async () => {
      const { preferences } = await call('preferences.of', { ids });
      if (isCurrent) setKnown(new Map(preferences.map((one) => [one.id, one])));
    });
    return () => {
      isCurrent = false;
    };
  }, [episode, act]);
  return (
    <>
      <FaultNotice fault={fault} />
      <DiffView before={draft} after={final ?? draft} />
      <dl class="episode-facts">
        <Fact name={t('history_applied')}>
          {guidance === null || guidance.preferences.length === 0 ? (
            t('history_applied_none')
          ) : (
            <ul class="list">
              {guidance.preferences.map((applied) => (
                <AppliedRow key={applied.id} applied={applied} known={known} />
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('history_taught')}>
          {isLeftOut && t('history_taught_left_out')}
          {!isLeftOut && standing === null && t('history_taught_not')}
          {standing?.kind === 'kept' && t('history_taught_kept')}
          {standing?.kind === 'inferred' && taught.length === 0 && t('history_taught_nothing')}
          {taught.length > 0 && (
            <ul class="list">
              {taught.map((id) => (
                <li key={id} dir="auto">
                  {known ? (known.get(id)?.description ?? t('history_gone')) : '…'}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('history_cost')}>
          {cost === null
            ? t('history_not_sent')
            : t(
                'history_cost_of',
                countText(cost.words, 'history_word', 'history_words'),
                percentText(cost.normalised),
              )}
        </Fact>
        <Fact name={t('history_tokens')}>
          <p>{t('history_tokens_draft', usageText(usage.draft))}</p>
          <p>{t('history_tokens_learn', usageText(usage.learn))}</p>
        </Fact>
        <Fact name={t('options_writer')}>
          <bdi>{writerText(writer)}</bdi>
        </Fact>
      </dl>
      <div class="buttons">
        {isLeftOut ? (
          <Button
            label={t('history_learn_again_of', who)}
            onClick={() => actions.learnAgain(episode)}
          >
            {t('history_learn_again')}
          </Button>
        ) : (
          final !== null && (
            <Button
              label={t('history_leave_out_of', who)}
              onClick={() => actions.leaveOut(episode)}
            >
              {t('history_leave_out')}
            </Button>
          )
        )}
        <Button label={t('history_erase_of', who)} onClick={() => actions.erase(episode)}>
          {t('history_erase')}
        </Button>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it said then; and where it holds and what it rests on now, which is why it was applied. */
function AppliedRow(props: {
  applied: AppliedPreference;
  known: ReadonlyMap<string, Preference> | null;
}) {
  const { applied, known } = props;
  const now = known?.get(applied.id);
  const mails = now?.evidence.filter(
    ({ says }) => says === 'supports' || says === 'confirms',
  ).length;
  const because = now
    ? [
        scopeText(now.scope),
        mails ? countText(mails, 'popup_one_mail', 'popup_mails') : t('popup_yours'),
      ]
    : known
      ? [t('history_gone')]
      : [];
  return (
    <li>
      <span dir="auto">{applied.description}</span>
      <p class="hint">{[t(`facet_${applied.facet}`), ...because].join(' · ')}</p>
    </li>
  );
}

/** Ids of the preferences that an episode names. */
function namedIn({ guidance, standing }: Episode): string[] {
  const taught = standing?.kind === 'inferred' ? standing.preferenceIds : [];
  return [...new Set([...(guidance?.preferences.map(({ id }) => id) ?? []), ...taught])];
}

function usageText({ calls, inputTokens, outputTokens }: Usage): string {
  if (calls === 0) return t('history_no_calls');
  return [
    countText(calls, 'history_call', 'history_calls'),
    t('history_tokens_of', numberText(inputTokens), numberText(outputTokens)),
  ].join(' · ');
}

/** What wrote the draft: ours by the names they have in the options, a server and its model as they are. */
function writerText(writer: string): string {
  if (writer === 'builtin') return t('options_writer_builtin');
  return writer === 'on-device' ? t('options_writer_on_device') : writer;
}
