import { t } from '../../browser/text.ts';
import type { Evidence } from '../../learning/types.ts';
import { dateText } from '../format.ts';
import { DiffView } from '../parts/diff-view.tsx';
import { LongList } from '../parts/long-list.tsx';

/** How many edits are shown at first. */
const step = 10;

/** The edits a preference comes from, newest first, each with what was changed. */
export function EvidenceView({ evidence, name }: { evidence: readonly Evidence[]; name: string }) {
  return (
    <div class="evidence">
      <LongList
        items={evidence.toReversed()}
        step={step}
        name={t('popup_evidence_of', name)}
        row={(item) => <EvidenceRow key={`${item.episodeId} ${item.says}`} item={item} />}
      />
    </div>
  );
}

function EvidenceRow({ item }: { item: Evidence }) {
  return (
    <li>
      <p class="hint">
        <time dateTime={new Date(item.at).toISOString()}>{dateText(item.at)}</time>
        {item.recipient !== '' && (
          <>
            {' · '}
            <bdi>{item.recipient}</bdi>
          </>
        )}
        {(item.says === 'contradicts' || item.says === 'differs') &&
          ` · ${t('popup_says_against')}`}
      </p>
      {item.before === '' && item.after === '' ? (
        item.says === 'confirms' && <p class="diff">{t('popup_sent_as_it_was')}</p>
      ) : (
        <DiffView before={item.before} after={item.after} />
      )}
    </li>
  );
}
