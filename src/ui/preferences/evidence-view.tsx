import type { ComponentChildren } from 'preact';
import { t } from '../../browser/text.ts';
import type { Evidence } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import { dateText } from '../format.ts';
import { DiffView } from '../parts/diff-view.tsx';
import { LongList } from '../parts/long-list.tsx';

/** How many edits are shown at first. */
const step = 10;

/**
 * The edits a preference comes from, newest first, each with what was changed. Mails that were sent as they
 * were drafted bear it out but show nothing: they come last, together.
 */
export function EvidenceView({ evidence, name }: { evidence: readonly Evidence[]; name: string }) {
  const newest = evidence.toReversed();
  const edits = newest.filter((item) => !isKept(item));
  const kept = newest.filter(isKept);
  return (
    <div class="evidence">
      {edits.length > 0 && (
        <LongList
          items={edits}
          step={step}
          name={t('popup_evidence_of', name)}
          row={(item) => <EvidenceRow key={`${item.episodeId} ${item.says}`} item={item} />}
        />
      )}
      {kept.length > 0 && (
        <details class="kept">
          <summary>{countText(kept.length, 'popup_sent_as_one', 'popup_sent_as')}</summary>
          <LongList
            items={kept}
            step={step}
            name={t('popup_sent_as_of', name)}
            row={(item) => (
              <li key={item.episodeId}>
                <Place item={item} />
              </li>
            )}
          />
        </details>
      )}
    </div>
  );
}

const isKept = ({ says, before, after }: Evidence): boolean =>
  says === 'confirms' && before === '' && after === '';

function EvidenceRow({ item }: { item: Evidence }) {
  const isAgainst = item.says === 'contradicts' || item.says === 'differs';
  return (
    <li>
      <Place item={item}>{isAgainst && ` · ${t('popup_says_against')}`}</Place>
      {(item.before !== '' || item.after !== '') && (
        <DiffView before={item.before} after={item.after} />
      )}
    </li>
  );
}

/** When it was, and to whom. */
function Place({ item, children }: { item: Evidence; children?: ComponentChildren }) {
  return (
    <p class="hint">
      <time dateTime={new Date(item.at).toISOString()}>{dateText(item.at)}</time>
      {item.recipient !== '' && (
        <>
          {' · '}
          <bdi>{item.recipient}</bdi>
        </>
      )}
      {children}
    </p>
  );
}
