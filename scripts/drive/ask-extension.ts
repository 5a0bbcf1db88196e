import type { Episode, Preference } from '../../src/learning/types.ts';
import {
  type Envelope,
  type MessageName,
  messages,
  type Reply,
  type Request,
} from '../../src/protocol/messages.ts';
import type { Settings } from '../../src/protocol/settings.ts';
import type { Tab } from './tab.ts';

/**
 * Asks the extension's background from `page`, one of the extension's own pages; answers what it
 * answers, unchecked. Throws with the fault's code when it refuses.
 */
export async function askExtension<Name extends MessageName>(
  page: Tab,
  name: Name,
  request: Request<Name>,
): Promise<unknown> {
  const envelope: Envelope = { to: 'background', name, request };
  const reply = await page.evaluate(
    (sent: Envelope) => chrome.runtime.sendMessage<Envelope, Reply>(sent),
    envelope,
  );
  if (reply.ok) return reply.value;
  throw new Error(`The extension refused ${name}: ${reply.fault.code} ${reply.fault.detail}`);
}

export interface Episodes {
  /** Newest first. */
  readonly episodes: readonly Episode[];
  /** How many edits are noted and not learned from yet. */
  readonly waiting: number;
  /** Code of what keeps the oldest of them waiting; `null` while nothing is wrong. */
  readonly fault: string | null;
}

/** The newest episodes (500 at most), and whether any of them still waits to be learned from. */
export async function listEpisodes(page: Tab, limit = 50): Promise<Episodes> {
  const answer = await askExtension(page, 'episodes.list', { limit });
  const { episodes, waiting, fault } = messages['episodes.list'].response.parse(answer);
  return { episodes, waiting, fault: fault?.code ?? null };
}

/** Every preference the extension has, superseded ones too. */
export async function listPreferences(page: Tab): Promise<readonly Preference[]> {
  const answer = await askExtension(page, 'preferences.list', {});
  return messages['preferences.list'].response.parse(answer).preferences;
}

/** Changes settings, as the options page would. */
export async function changeSettings(
  page: Tab,
  change: (settings: Settings) => Settings,
): Promise<void> {
  const answer = await askExtension(page, 'settings.read', {});
  const { settings } = messages['settings.read'].response.parse(answer);
  await askExtension(page, 'settings.write', { settings: change(settings) });
}
