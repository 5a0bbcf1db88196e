import { setTimeout as pause } from 'node:timers/promises';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { sendMail } from '../../scripts/drive/mailbox-page.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { draw } from '../learning/scripted/draw.ts';
import { countOnDisk, mortalDesk, writeAnswer } from './desk.ts';
import { doubled, type Trials } from './trials.ts';

/** Who starts the worker again: whatever page asks it something next, or only its own alarm. */
export type Waker = 'next event' | 'alarm';

/** The time after the click on Send in which an edit is noted and learned from, generously. */
const spanMs = 250;

/**
 * Ends the worker once in each of `trials` edits, at a moment of the first 250 ms after Send that
 * depends on `seed`, and looks whether each edit is learned from exactly once.
 */
export async function killWorkers(trials: number, seed: number, waker: Waker): Promise<Trials> {
  const begun = performance.now();
  const trust = await mortalDesk();
  const failures: string[] = [];
  const doneMs: number[] = [];
  try {
    const desk = trust.desk();
    await setUp(desk, null);
    for (const [trial, planned] of planRounds(trials).entries()) {
      const final = await writeAnswer(desk, planned);
      const sent = sendMail(desk.page);
      await pause(draw(seed, trial) * spanMs);
      await trust.browser().killWorker();
      const killed = performance.now();
      await sent;
      try {
        if (waker === 'alarm') await learnedByItself(trust.desk().own, trial + 1);
        await learnedEpisode(desk.own, final);
        doneMs.push(performance.now() - killed);
      } catch (thrown) {
        failures.push(`Edit ${trial + 1}: ${String(thrown)}`);
      }
    }
    failures.push(...doubled(await listPreferences(desk.own)));
    const { learned } = await countOnDisk(desk.own);
    if (learned !== trials) failures.push(`${learned} of ${trials} edits were learned from`);
    return { trials, failures, seconds: (performance.now() - begun) / 1_000, doneMs };
  } finally {
    await trust.close();
  }
}

/** Waits without asking the extension anything, because a question would start the worker. */
async function learnedByItself(
  own: Parameters<typeof countOnDisk>[0],
  count: number,
): Promise<void> {
  const deadline = performance.now() + 120_000;
  while ((await countOnDisk(own)).learned < count) {
    if (performance.now() > deadline) throw new Error('not learned from by itself in two minutes');
    await pause(100);
  }
}
