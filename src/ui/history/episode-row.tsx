import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Episode } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import { dateText } from '../format.ts';
import { EpisodeMore } from './episode-more.tsx';
import { whoText } from './who-text.ts';

/** What can be done with a mail of the history. */
export interface RowActions {
  erase(episode: Episode): void;
  leaveOut(episode: Episode): void;
  learnAgain(episode: Episode): void;
}

interface RowProps {
  readonly episode: Episode;
  readonly actions: RowActions;
}

/** One mail: to whom, about what, when, and how much was changed; more of it when asked. */
export function EpisodeRow({ episode, actions }: RowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { at, context } = episode;
  return (
    <li class="episode">
      <button
        class="episode-head"
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="episode-who">
          <bdi>{whoText(episode)}</bdi>
        </span>
        <time class="hint" dateTime={new Date(at).toISOString()}>
          {dateText(at)}
        </time>
        <span class="episode-subject hint">
          <bdi>{context.subject || t('history_no_subject')}</bdi>
        </span>
        <span class="hint">{outcomeText(episode)}</span>
      </button>
      {isOpen && (
        <div id={id} class="episode-more">
          <EpisodeMore episode={episode} actions={actions} />
        </div>
      )}
    </li>
  );
}

/** What became of the draft, in a few words. */
function outcomeText({ outcome, cost, isLeftOut }: Episode): string {
  if (isLeftOut) return t('history_is_left_out');
  if (outcome === 'discarded') return t('history_discarded');
  if (outcome === 'open' || !cost) return t('history_not_sent');
  if (cost.words === 0) return t('history_unedited');
  return countText(cost.words, 'history_word', 'history_words');
}
