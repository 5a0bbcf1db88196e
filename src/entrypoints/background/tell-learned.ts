import { browser } from '../../browser/extension.ts';
import { panelShortcut } from '../../browser/shortcut.ts';
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
  const [first] = episode.context.recipients;
  const lessons = preferences
    .filter(({ status, evidence }) => {
      const newest = evidence.at(-1);
      return (
        status !== 'superseded' && newest?.episodeId === episode.id && newest.says === 'supports'
      );
    })
    .map(({ id, description, scope }) => ({
      id,
      description,
      reachesOthers: scope.kind !== 'recipient',
    }));
  if (!frame || lessons.length === 0) return;
  try {
    const message: ToTab = {
      to: 'tab',
      type: 'learned',
      episodeId: episode.id,
      // Without an address there is nobody it could be kept for.
      person: first?.address ? first.name || first.address : '',
      lessons,
      keys: await panelShortcut(),
    };
    await browser.tabs.sendMessage(frame.tabId, message, { frameId: frame.frameId });
  } catch (thrown) {
    console.info('The tab that sent this mail is gone; the popup shows what was learned.', thrown);
  }
}
