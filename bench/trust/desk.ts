import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertedText, openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { type Desk, edit } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { sitDown } from '../../scripts/start/play-all.ts';
import type { Planned } from '../../scripts/start/rounds.ts';
import type { BrowserName } from '../../tests/e2e/practice.ts';
import { wanted } from '../mailbox/persona.ts';
import { startMailbox } from '../mailbox/server.ts';
import type { Mortal } from './mortal.ts';
import { mortalChromium } from './mortal-chromium.ts';
import { mortalFirefox } from './mortal-firefox.ts';

/** A desk whose browser can be killed and started again on the same profile. */
export interface MortalDesk {
  browser(): Mortal;
  desk(): Desk;
  /** Puts `desk().own` onto a page of ours that sends no message, which would start the background. */
  beStill(): Promise<void>;
  /** Takes `desk().own` out of the process that `endBackground` ends. */
  stepAside(): Promise<void>;
  /** Ends the background alone; `desk().own` is there again afterwards. */
  endBackground(): Promise<void>;
  /** Starts the browser again, after it was killed or closed. */
  restart(): Promise<void>;
  /** … without opening a page in it; `desk` is of no use then. */
  restartAlone(): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the built extension and a profile of its own, before the practice mailbox. */
export async function mortalDesk(name: BrowserName): Promise<MortalDesk> {
  const kind = await (name === 'chromium' ? mortalChromium() : mortalFirefox());
  const profile = await mkdtemp(join(tmpdir(), 'penchant-trust-'));
  const mailbox = await startMailbox();
  const isFirefox = name === 'firefox';
  let browser = await kind.start(profile);
  let desk = await sitDown(browser.driven, mailbox.url);
  // A picture has no script.
  const stillPage = await desk.own.evaluate(() => chrome.runtime.getURL('icons/128.png'), null);
  return {
    browser: () => browser,
    desk: () => desk,
    beStill: () => desk.own.goto(stillPage),
    stepAside: async () => {
      if (isFirefox) await desk.own.goto('about:blank');
    },
    endBackground: async () => {
      await browser.endBackground();
      if (isFirefox) await desk.own.goto(stillPage);
    },
    restart: async () => {
      browser = await kind.start(profile);
      desk = await sitDown(browser.driven, mailbox.url);
    },
    restartAlone: async () => {
      browser = await kind.start(profile);
    },
    close: async () => {
      await browser.driven.close();
      await mailbox.close();
      await kind.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Answers one mail, as `wish` would have it, up to the click on Send; answers what stands there then. */
export async function writeAnswer(
  { page, probe }: Desk,
  planned: Planned,
  wish = (draft: string) => wanted(draft, planned.recipient),
): Promise<string> {
  await openReply(page, planned.messageId);
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await insertDraft(page);
  const draft = await insertedText(page);
  const final = wish(draft);
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
