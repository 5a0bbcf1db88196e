import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from '../../scripts/browsers.ts';
import { type DrivenChromium, driveChromium } from '../../scripts/drive/chromium.ts';
import { insertedText, openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { type Desk, edit } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import { sitDown } from '../../scripts/start/play-all.ts';
import type { Planned } from '../../scripts/start/rounds.ts';
import { wanted } from '../mailbox/persona.ts';
import { startMailbox } from '../mailbox/server.ts';

/** A desk whose browser can be killed and started again on the same profile. */
export interface MortalDesk {
  readonly profile: string;
  browser(): DrivenChromium;
  desk(): Desk;
  /** Starts the browser again, after it was killed or closed. */
  restart(): Promise<void>;
  /** … without opening a page in it; `desk` is of no use then. */
  restartAlone(): Promise<void>;
  close(): Promise<void>;
}

/** Chromium with the built extension and a profile of its own, before the practice mailbox. */
export async function mortalDesk(): Promise<MortalDesk> {
  const extension = await practiceCopy(resolve('dist/chrome'));
  const profile = await mkdtemp(join(tmpdir(), 'penchant-trust-'));
  const executable = await findChromium();
  const mailbox = await startMailbox();
  const launch = (): Promise<DrivenChromium> =>
    driveChromium({ executable, extension, profile, headless: true });
  const start = async (): Promise<{ browser: DrivenChromium; desk: Desk }> => {
    const browser = await launch();
    return { browser, desk: await sitDown(browser, mailbox.url) };
  };
  let now = await start();
  return {
    profile,
    browser: () => now.browser,
    desk: () => now.desk,
    restart: async () => {
      now = await start();
    },
    restartAlone: async () => {
      now = { ...now, browser: await launch() };
    },
    close: async () => {
      await now.browser.close();
      await mailbox.close();
      await rm(extension, { recursive: true, force: true });
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Answers one mail up to the click on Send; answers what stands in the editor then. */
export async function writeAnswer({ page, probe }: Desk, planned: Planned): Promise<string> {
  await openReply(page, planned.messageId);
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await insertDraft(page);
  const draft = await insertedText(page);
  const final = wanted(draft, planned.recipient);
  await edit(page, draft, final);
  return final;
}

/** How many edits are noted and how many of those learned from, seen without waking the background. */
export function countOnDisk(own: Tab): Promise<{ noted: number; learned: number }> {
  return own.evaluate(
    () =>
      new Promise<{ noted: number; learned: number }>((done, fail) => {
        const opening = indexedDB.open('penchant');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(['jobs', 'episodes']);
          const waiting = transaction.objectStore('jobs').count();
          const learned = transaction.objectStore('episodes').index('learned').count();
          transaction.oncomplete = () => {
            database.close();
            done({ noted: waiting.result + learned.result, learned: learned.result });
          };
        };
      }),
    null,
  );
}

/** Waits until so many edits are noted on the disk. */
export async function waitForNoted(own: Tab, count: number): Promise<void> {
  const deadline = performance.now() + 15_000;
  while ((await countOnDisk(own)).noted < count) {
    if (performance.now() > deadline) throw new Error(`Edit ${count} was not noted within 15 s.`);
  }
}
