import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findFirefox } from '../../scripts/browsers.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import type { Kind } from './mortal.ts';
import { childrenNamed, ended } from './processes.ts';

/** Firefox with the built extension; its background ends with the process that extensions have. */
export async function mortalFirefox(): Promise<Kind> {
  const extension = await practiceCopy(resolve('dist/firefox'));
  const executable = await findFirefox();
  return {
    start: async (profile) => {
      const driven = await driveFirefox({ executable, extension, profile });
      return {
        driven,
        endBackground: async () => {
          const [process_] = await childrenNamed(driven.pid, 'WebExtensions');
          if (process_ === undefined) throw new Error('No process of extensions was found.');
          process.kill(process_, 'SIGKILL');
          await ended(process_);
        },
        crash: async () => {
          process.kill(driven.pid, 'SIGKILL');
          await ended(driven.pid);
        },
      };
    },
    close: () => rm(extension, { recursive: true, force: true }),
  };
}
