import { setTimeout as pause } from 'node:timers/promises';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { sendMail } from '../../scripts/drive/mailbox-page.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import type { BrowserName } from '../../tests/e2e/practice.ts';
import { draw } from '../learning/scripted/draw.ts';
import { countOnDisk, mortalDesk, writeAnswer } from './desk.ts';
import { doubled, type Trials } from './trials.ts';

/** The time after the click on Send in which an edit is noted and learned from, generously. */
const spanMs = 250;

/**
 * Ends the background once in each of `trials` edits, at a moment of the first 250 ms after Send that
 * depends on `seed`, and looks whether each edit is learned from exactly once.
 */
export async function killWorkers(
  name: BrowserName,
  trials: number,
  seed: number,
): Promise<Trials> {
  const begun = performance.now();
  const trust = await mortalDesk(name);
  const failures: string[] = [];
  const doneMs: number[] = [];
  try {
    await setUp(trust.desk(), null);
    for (const [trial, planned] of planRounds(trials).entries()) {
      const final = await writeAnswer(trust.desk(), planned);
      await trust.stepAside();
      const sent = sendMail(trust.desk().page);
      await pause(draw(seed, trial) * spanMs);
      const killed = performance.now();
      await trust.endBackground();
      await sent;
      try {
        await learnedEpisode(trust.desk().own, final);
        doneMs.push(performance.now() - killed);
      } catch (thrown) {
        failures.push(`Edit ${trial + 1}: ${String(thrown)}`);
      }
    }
    failures.push(...doubled(await listPreferences(trust.desk().own)));
    const { learned } = await countOnDisk(trust.desk().own);
    if (learned !== trials) failures.push(`${learned} of ${trials} edits were learned from`);
    return { trials, failures, seconds: (performance.now() - begun) / 1_000, doneMs };
  } finally {
    await trust.close();
  }
}
