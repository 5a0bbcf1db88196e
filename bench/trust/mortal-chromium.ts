import { readlink, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findChromium } from '../../scripts/browsers.ts';
import { driveChromium } from '../../scripts/drive/chromium.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import type { Kind } from './mortal.ts';

/** Chromium with the built extension. */
export async function mortalChromium(): Promise<Kind> {
  const extension = await practiceCopy(resolve('dist/chrome'));
  const executable = await findChromium();
  return {
    start: async (profile) => {
      const driven = await driveChromium({ executable, extension, profile, headless: true });
      return {
        driven,
        endBackground: () => driven.killWorker(),
        crash: async () => {
          const lock = join(profile, 'SingletonLock');
          // The link's target is `<host>-<process>`: so Chromium itself finds the owner of a profile.
          const owner = await readlink(lock);
          const gone = driven.context.waitForEvent('close');
          process.kill(Number(owner.slice(owner.lastIndexOf('-') + 1)), 'SIGKILL');
          await gone;
          await rm(lock, { force: true });
        },
      };
    },
    close: () => rm(extension, { recursive: true, force: true }),
  };
}
