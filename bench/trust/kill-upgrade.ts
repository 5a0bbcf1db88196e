import { setTimeout as pause } from 'node:timers/promises';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { draw } from '../learning/scripted/draw.ts';
import { mortalDesk } from './desk.ts';
import type { Trials } from './trials.ts';

const records = 3_000;
/** The time after the start in which so many records are upgraded, generously. */
const spanMs = 1_500;

/**
 * Puts a database of version 1 with 3,000 preferences and as many mails into a profile, kills the browser
 * while it brings that up to date, and looks whether all is there when it is started again; `trials` times.
 */
export async function killUpgrade(trials: number, seed: number): Promise<Trials> {
  const begun = performance.now();
  const trust = await mortalDesk('chromium');
  const failures: string[] = [];
  const doneMs: number[] = [];
  try {
    for (let trial = 0; trial < trials; trial += 1) {
      await plantVersion1(trust.desk().own);
      await trust.browser().driven.close();
      await trust.restartAlone();
      await pause(draw(seed, trial) * spanMs);
      await trust.browser().crash();
      await trust.restart();
      const up = performance.now();
      const found = (await listPreferences(trust.desk().own)).map(({ description }) => description);
      doneMs.push(performance.now() - up);
      const lost = Array.from({ length: records }, (_, at) => `Never says word${at}`).filter(
        (description) => !found.includes(description),
      );
      if (lost.length > 0 || found.length !== records) {
        failures.push(`${found.length} preferences, of which ${lost.length} were lost`);
      }
    }
    return { trials, failures, seconds: (performance.now() - begun) / 1_000, doneMs };
  } finally {
    await trust.close();
  }
}

/** As the first version left it: in the clear, with nothing beside the database. */
function plantVersion1(own: Tab): Promise<void> {
  return own.evaluate(async (count) => {
    // No function with a name: tsx gives those a helper no page has.
    const gone = indexedDB.deleteDatabase('penchant');
    await new Promise((done, fail) => {
      gone.onsuccess = done;
      gone.onerror = () => fail(gone.error);
    });
    await chrome.storage.local.clear();
    await (await navigator.storage.getDirectory()).removeEntry('key');
    const opening = indexedDB.open('penchant', 1);
    opening.onupgradeneeded = () => {
      const made = opening.result;
      const episodes = made.createObjectStore('episodes', { keyPath: 'id' });
      episodes.createIndex('at', 'at');
      episodes.createIndex('learned', 'standing.kind');
      const preferences = made.createObjectStore('preferences', { keyPath: 'id' });
      made.createObjectStore('jobs', { keyPath: 'episodeId' });
      const vectors = made.createObjectStore('vectors', { keyPath: ['encoder', 'episodeId'] });
      vectors.createIndex('encoder', 'encoder');
      made.createObjectStore('settings');
      for (let at = 0; at < count; at += 1) {
        episodes.put({ id: `e${at}`, at, draft: 'Dear Ada, '.repeat(200) });
        preferences.put({
          id: `p${at}`,
          description: `Never says word${at}`,
          facet: 'wording',
          scope: { kind: 'everywhere' },
          evidence: [],
          confidence: 1,
          origin: 'user',
          status: 'active',
          revision: 0,
          createdAt: 0,
          updatedAt: 0,
        });
      }
    };
    await new Promise((done, fail) => {
      opening.onsuccess = done;
      opening.onerror = () => fail(opening.error);
    });
    opening.result.close();
  }, records);
}
