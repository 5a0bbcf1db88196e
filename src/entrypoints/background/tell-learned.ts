import { browser } from '../../browser/extension.ts';
import type { ToTab } from '../../protocol/draft-port.ts';
import type { Learned } from '../../store/types.ts';

/** Tells the tab an episode came from what was learned; a tab that has moved on hears nothing. */
export async function tellLearned(
  { episode, preferences }: Learned,
  tabOf: Map<string, number>,
): Promise<void> {
  const tabId = tabOf.get(episode.id);
  tabOf.delete(episode.id);
  const descriptions = preferences
    .filter(({ status, evidence }) => {
      const newest = evidence.at(-1);
      return (
        status !== 'superseded' && newest?.episodeId === episode.id && newest.says === 'supports'
      );
    })
    .map(({ description }) => description);
  if (tabId === undefined || descriptions.length === 0) return;
  const message: ToTab = { to: 'tab', type: 'learned', episodeId: episode.id, descriptions };
  try {
    await browser.tabs.sendMessage(tabId, message);
  } catch (thrown) {
    console.info('The tab that sent this mail is gone; the popup shows what was learned.', thrown);
  }
}
