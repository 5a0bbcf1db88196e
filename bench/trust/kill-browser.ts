import { setTimeout as pause } from 'node:timers/promises';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { sendMail } from '../../scripts/drive/mailbox-page.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import type { BrowserName } from '../../tests/e2e/practice.ts';
import { draw } from '../learning/scripted/draw.ts';
import { countOnDisk, mortalDesk, waitForNoted, writeAnswer } from './desk.ts';
import { doubled, type Trials } from './trials.ts';

/** The time after an edit is noted in which it is learned from, generously. */
const spanMs = 150;

/**
 * Kills the browser once in each of `trials` edits, at a moment of the first 150 ms after the edit was
 * noted that depends on `seed`, starts it again on the same profile, and looks whether each edit is
 * learned from exactly once. Times are from the moment the browser is up again.
 */
export async function killBrowser(
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
      // The mailbox's word that it was sent may die with the browser.
      void sendMail(trust.desk().page).catch(() => undefined);
      await waitForNoted(trust.desk().own, trial + 1);
      await pause(draw(seed, trial) * spanMs);
      await trust.browser().crash();
      await trust.restart();
      const up = performance.now();
      try {
        await learnedEpisode(trust.desk().own, final);
        doneMs.push(performance.now() - up);
      } catch (thrown) {
        failures.push(`Edit ${trial + 1}: ${String(thrown)}`);
      }
    }
    const { own } = trust.desk();
    failures.push(...doubled(await listPreferences(own)));
    const { learned } = await countOnDisk(own);
    if (learned !== trials) failures.push(`${learned} of ${trials} edits were learned from`);
    return { trials, failures, seconds: (performance.now() - begun) / 1_000, doneMs };
  } finally {
    await trust.close();
  }
}
