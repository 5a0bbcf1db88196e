import { useMemo } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { wordDiff } from '../../learning/edits/spans.ts';

/** What was taken out and what was put in, word by word, also for people who cannot see the colours. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const stretches = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p class="diff" dir="auto">
      {stretches.map(({ kind, text }, position) => {
        const key = `${position}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key}>
            <span class="unseen">{t('ui_removed')}</span>
            {text}
          </del>
        ) : (
          <ins key={key}>
            <span class="unseen">{t('ui_added')}</span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}
