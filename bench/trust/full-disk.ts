import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askExtension, listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import type { Kind } from './mortal.ts';
import { mortalChromium } from './mortal-chromium.ts';
import type { Outcome } from './row.ts';

const run = promisify(execFile);

/** Enough for a profile in use. */
const diskMegabytes = 160;
const before = 10;

/**
 * T18: a profile on a disk of its own, which is filled to the last byte. Each of `count` preferences is
 * then either refused with a sentence or really kept, and all that was there before stays. One trial is
 * one preference. Needs to be root, for the disk.
 */
export async function tryFullDisk(count: number): Promise<Outcome> {
  const disk = await mkdtemp(join(tmpdir(), 'penchant-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', disk]);
  const kind = await mortalChromium();
  const examples: string[] = [];
  const kept: string[] = [];
  let refused = 0;
  const say = (text: string) => ({
    description: text,
    facet: 'wording' as const,
    scope: { kind: 'everywhere' as const },
  });
  try {
    await during(kind, disk, async (own) => {
      for (let at = 0; at < before; at += 1) {
        await askExtension(own, 'preferences.add', say(`Never says word${at}`));
        kept.push(`Never says word${at}`);
      }
      await fill(join(disk, 'filling'));
      for (let at = 0; at < count; at += 1) {
        const text = `Never says ${`more${at}`.repeat(30)}`;
        const answer = await askExtension(own, 'preferences.add', say(text)).then(
          () => 'kept',
          (thrown: unknown) => String(thrown),
        );
        if (answer === 'kept') kept.push(text);
        else if (/storage-(?:full|failed)/.test(answer)) refused += 1;
        else examples.push(`refused as ${answer}`);
      }
    });
    if (refused === 0) throw new Error('Nothing was refused: the disk was not full.');
    await rm(join(disk, 'filling'));
    await during(kind, disk, async (own) => {
      const found = (await listPreferences(own)).map(({ description }) => description);
      examples.push(...kept.filter((one) => !found.includes(one)).map((one) => `lost: ${one}`));
      examples.push(...found.filter((one) => !kept.includes(one)).map((one) => `there: ${one}`));
      await askExtension(own, 'preferences.add', say('Works again'));
    });
  } finally {
    await run('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
    await kind.close();
  }
  const trials = before + count;
  const note = `${refused} of ${count} refused`;
  return { trials, failures: Math.min(trials, examples.length), examples, note };
}

async function during(kind: Kind, profile: string, work: (own: Tab) => Promise<void>) {
  const { driven } = await kind.start(profile);
  try {
    await work(await driven.openOurs('options.html'));
  } finally {
    await driven.close();
  }
}

/** Writes until the disk takes no more. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let size = 1 << 20; size > 0; ) {
      const isWritten = await file.write(Buffer.alloc(size)).then(
        ({ bytesWritten }) => bytesWritten > 0,
        () => false,
      );
      if (!isWritten) size >>= 1;
    }
  } finally {
    await file.close();
  }
}
