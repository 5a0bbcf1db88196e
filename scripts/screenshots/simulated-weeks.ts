import { fileURLToPath } from 'node:url';
import { createShipped } from '../../bench/learning/agents/shipped.ts';
import { openEmbedder } from '../../bench/learning/embedder.ts';
import { readPersona } from '../../bench/learning/scripted/persona.ts';
import { openScriptedWorld } from '../../bench/learning/scripted/world.ts';
import type { Episode, Preference } from '../../src/learning/types.ts';
import { type Backup, backupVersion } from '../../src/protocol/backup.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** The weeks before the mails of the practice mailbox. A fixed date: pictures are to come out alike. */
const firstMonday = Date.UTC(2026, 0, 19);
const mails = 64;
const weeks = 7;

/**
 * Seven weeks of somebody who does not exist, as a backup. Drafts, preferences and
 * evidence come out of the code that ships; the mails, the user's edits and the writer are simulated by the
 * benchmark's scripted world. Every call gives the same backup.
 */
export async function simulatedWeeks(): Promise<Backup> {
  const persona = await readPersona(fileURLToPath(new URL('./sam.json', import.meta.url)));
  const errors = { obey: 0.1, infer: 0.1 };
  const world = await openScriptedWorld({ personas: [persona], rounds: mails, errors })(1);
  const [user] = world.users;
  if (!user) throw new Error('The simulated world is empty.');
  const embedder = await openEmbedder({ encoder: 'lexical' });
  const episodes: Episode[] = [];
  const preferences = new Map<string, Preference>();
  const tools = { writer: world.writer(user, 'penchant'), embedder, user, stranger: user };
  const agent = createShipped(tools, 'penchant', undefined, (lesson) => {
    episodes.push(lesson.episode);
    for (const preference of lesson.preferences) preferences.set(preference.id, preference);
  });
  for (const round of user.rounds) {
    const written = await agent.draft(round);
    await agent.learn(round, written, (await user.edit(written.text, round)).final);
  }
  const days = workingDays(episodes.map(({ at }) => at));
  const dated = (at: number): number => days.get(at) ?? firstMonday;
  return {
    penchant: 'backup',
    version: backupVersion,
    madeAt: firstMonday + weeks * 7 * day,
    settings: { ...defaultSettings, name: persona.user },
    episodes: episodes.map((episode) => ({
      ...episode,
      id: named(episode.id),
      writer: 'simulated',
      at: dated(episode.at),
    })),
    preferences: [...preferences.values()].map((preference) => ({
      ...preference,
      createdAt: dated(preference.createdAt),
      updatedAt: dated(preference.updatedAt),
      evidence: preference.evidence.map((one) => ({
        ...one,
        episodeId: named(one.episodeId),
        at: dated(one.at),
      })),
    })),
    waiting: [],
  };
}

/** The benchmark's names of mails have strokes, which no id of the extension has. */
const named = (id: string): string => id.replaceAll('/', '-');

/** When each of them was written: in the order of `ats`, on the working days of these weeks. */
function workingDays(ats: readonly number[]): ReadonlyMap<number, number> {
  const step = (weeks * 5) / ats.length;
  return new Map(
    ats.map((at, index) => {
      const place = index * step;
      const days = Math.floor(place / 5) * 7 + (Math.floor(place) % 5);
      // From half past eight to half past five.
      return [at, firstMonday + days * day + (8.5 + 9 * (place % 1)) * hour];
    }),
  );
}
