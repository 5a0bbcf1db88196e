import { browser } from '../../browser/extension.ts';
import type { ToTab } from '../../protocol/draft-port.ts';
import type { Learned } from '../../store/types.ts';

/** A frame of a tab; the page itself is frame 0. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Tells the frame an episode came from what was learned; one that has moved on hears nothing. */
export async function tellLearned(
  { episode, preferences }: Learned,
  sentFrom: Map<string, Frame>,
): Promise<void> {
  const frame = sentFrom.get(episode.id);
  sentFrom.delete(episode.id);
  const descriptions = preferences
    .filter(({ status, evidence }) => {
      const newest = evidence.at(-1);
      return (
        status !== 'superseded' && newest?.episodeId === episode.id && newest.says === 'supports'
      );
    })
    .map(({ description }) => description);
  if (!frame || descriptions.length === 0) return;
  const message: ToTab = { to: 'tab', type: 'learned', episodeId: episode.id, descriptions };
  try {
    await browser.tabs.sendMessage(frame.tabId, message, { frameId: frame.frameId });
  } catch (thrown) {
    console.info('The tab that sent this mail is gone; the popup shows what was learned.', thrown);
  }
}
