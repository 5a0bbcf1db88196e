import { setTimeout as pause } from 'node:timers/promises';
import { changeSettings } from '../../scripts/drive/ask-extension.ts';
import { sendMail } from '../../scripts/drive/mailbox-page.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import type { BrowserName } from '../../tests/e2e/practice.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { countOnDisk, mortalDesk, waitForNoted, writeAnswer } from './desk.ts';
import type { Outcome } from './row.ts';
import { quantile } from './trials.ts';

/** Longer than this, work does not resume by itself. */
const longestMs = 60_000;

/**
 * T3: ends the background while a model is being asked what an edit teaches, asks nothing of it
 * afterwards, and waits until the edit is learned from. Only the alarm that was set before can do that:
 * page and our own page are silent. One trial is one edit.
 */
export async function tryResume(name: BrowserName, count: number): Promise<Outcome> {
  const server = await startModelServer();
  const trust = await mortalDesk(name);
  const examples: string[] = [];
  const doneMs: number[] = [];
  try {
    await changeSettings(trust.desk().own, (settings) => ({
      ...settings,
      name: 'Sam Porter',
      writer: { ...settings.writer, kind: 'openai', baseUrl: server.baseUrl, model: 'test-model' },
      // It asks the model about every edit; the other leaves out what it can count.
      method: { kind: 'cipher-1', threshold: 0 },
    }));
    for (const [trial, planned] of planRounds(count).entries()) {
      await trust.beStill();
      await writeAnswer(
        trust.desk(),
        planned,
        (draft) => `${draft}\n\nP.S. This is edit ${trial}.`,
      );
      const asked = server.requests.length;
      server.misbehave('hang');
      await sendMail(trust.desk().page);
      await waitForNoted(trust.desk().own, trial + 1);
      for (let waited = 0; server.requests.length === asked; waited += 5) {
        if (waited > 15_000) throw new Error('The model was not asked what the edit teaches.');
        await pause(5);
      }
      await trust.stepAside();
      await trust.endBackground();
      const killed = performance.now();
      server.behave();
      const ms = await timeToLearn(trust.desk().own, trial + 1, killed);
      if (ms === null) examples.push(`Edit ${trial + 1} was not learned from in ${longestMs} ms.`);
      else doneMs.push(ms);
    }
  } finally {
    await trust.close();
    await server.close();
  }
  const [half, most] = [0.5, 0.95].map((share) => (quantile(doneMs, share) / 1_000).toFixed(0));
  const note = `after ${half} s, p95 ${most} s`;
  return { trials: count, failures: examples.length, examples, note };
}

/** Milliseconds since `killed`; `null` where it takes too long. */
async function timeToLearn(own: Tab, edits: number, killed: number): Promise<number | null> {
  while ((await countOnDisk(own)).learned < edits) {
    if (performance.now() - killed > longestMs) return null;
    await pause(200);
  }
  return performance.now() - killed;
}
