import { wanted } from '../../bench/mailbox/persona.ts';
import type { Episode } from '../../src/learning/types.ts';
import type { Round } from '../start/report.ts';
import type { Planned } from '../start/rounds.ts';
import { listEpisodes, listPreferences } from './ask-extension.ts';
import { insertedText, openReply, ownText, sendMail } from './mailbox-page.ts';
import type { PanelProbe } from './panel-probe.ts';
import { askForDraft, insertDraft, openPanel } from './panel-steps.ts';
import type { Tab } from './tab.ts';
import { typeEdit } from './type-edit.ts';

/** Where the simulated user sits. */
export interface Desk {
  /** The practice mailbox, already open. */
  readonly page: Tab;
  readonly probe: PanelProbe;
  /** One of the extension's own pages, in another tab. */
  readonly own: Tab;
}

/**
 * Answers one mail as a person would: asks for a draft, inserts it, edits it into what they want and
 * sends it. Resolves once the edit is learned; throws with a sentence when a step does not work.
 */
export async function playRound(desk: Desk, planned: Planned, round: number): Promise<Round> {
  const { page, probe, own } = desk;
  await openReply(page, planned.messageId);
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await insertDraft(page);
  const draft = await insertedText(page);
  const final = wanted(draft, planned.recipient);
  await edit(page, draft, final);
  await sendMail(page);
  const episode = await learnedEpisode(own, final);
  return { round, recipient: planned.recipient, ...(await lessons(own, episode)) };
}

/** Types the difference, and makes sure that the editor holds what was meant. */
export async function edit(page: Tab, before: string, after: string): Promise<void> {
  if (before !== after) await typeEdit(page, before, after);
  const now = await ownText(page);
  if (now === after) return;
  throw new Error(`The editor should hold\n${after}\nand holds\n${now}`);
}

/** The newest episode, once it was sent with this text and learned from. */
export async function learnedEpisode(own: Tab, final: string): Promise<Episode> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { episodes, waiting, fault } = await listEpisodes(own, 1);
    if (fault) throw new Error(`The edit cannot be learned from: ${fault}.`);
    const [newest] = episodes;
    const settled = newest?.outcome === 'sent' && newest.standing !== null && waiting === 0;
    if (settled && newest.final === final) return newest;
    if (performance.now() > deadline) {
      throw new Error(
        `The mail was sent, and not learned from within two minutes. ${waiting} wait; newest: ${JSON.stringify(newest)}`,
      );
    }
    await own.evaluate(() => new Promise((done) => setTimeout(done, 20)), null);
  }
}

async function lessons(own: Tab, episode: Episode): Promise<Omit<Round, 'round' | 'recipient'>> {
  const preferences = await listPreferences(own);
  const taughtHere = preferences.filter(({ evidence }) =>
    evidence.some(({ episodeId, says }) => episodeId === episode.id && says === 'supports'),
  );
  return {
    cost: episode.cost?.words ?? 0,
    normalised: episode.cost?.normalised ?? 0,
    used: (episode.guidance?.preferences ?? []).map(({ description }) => description),
    learned: taughtHere.map(({ description }) => description),
  };
}
