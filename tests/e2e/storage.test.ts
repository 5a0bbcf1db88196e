import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMailbox } from '../../bench/mailbox/server.ts';
import { findChromium } from '../../scripts/browsers.ts';
import {
  askExtension,
  changeSettings,
  listPreferences,
} from '../../scripts/drive/ask-extension.ts';
import { type DrivenChromium, driveChromium } from '../../scripts/drive/chromium.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import { messages } from '../../src/protocol/messages.ts';
import { browserNames, practiceOn } from './practice.ts';
import { filesWith } from './profile.ts';

/** What nobody but this test would write. */
const canaries = {
  description: 'Never says zebrafinch',
  name: 'Quillwort Pangolin',
  key: 'sk-marmalade-0451',
};

let extension: string;
let executable: string;
beforeAll(async () => {
  extension = await practiceCopy(resolve('dist/chrome'));
  executable = await findChromium();
});
afterAll(() => rm(extension, { recursive: true, force: true }));

/** One life of a browser on this profile. */
async function during<Answer>(
  profile: string,
  work: (own: Tab, browser: DrivenChromium) => Promise<Answer>,
): Promise<Answer> {
  const browser = await driveChromium({ executable, extension, profile, headless: true });
  try {
    // A page that asks for no preferences: what happened to the memory is told once, to whoever asks first.
    return await work(await browser.openOurs('welcome.html'), browser);
  } finally {
    await browser.close();
  }
}

async function remember(own: Tab, description: string): Promise<void> {
  const scope = { kind: 'everywhere' } as const;
  await askExtension(own, 'preferences.add', { description, facet: 'wording', scope });
}

/** A profile in which everything that is stored has a canary in it. */
async function usedProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'penchant-profile-'));
  await during(profile, async (own) => {
    await remember(own, canaries.description);
    let host = '';
    await changeSettings(own, (settings) => {
      host = new URL(settings.writer.baseUrl).host;
      return { ...settings, name: canaries.name };
    });
    await askExtension(own, 'settings.key', { host, key: canaries.key });
  });
  return profile;
}

const dataKey = (own: Tab): Promise<string> =>
  own.evaluate(async () => {
    const { key } = await chrome.storage.local.get('key');
    return String(key);
  }, null);

describe('erasing everything', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await usedProfile();
  });
  afterAll(() => rm(profile, { recursive: true, force: true }));

  test('leaves no text and no key in any file of the profile, also after a restart', async () => {
    const texts = Object.values(canaries);
    expect(await filesWith(profile, texts)).toEqual([]);
    const key = await during(profile, (own) => dataKey(own));
    expect(key).toHaveLength(44);
    // The search can find: while nothing is erased, the key stands in both of its places.
    expect(await filesWith(profile, [key])).toHaveLength(2);

    await during(profile, async (own) => {
      await askExtension(own, 'memory.erase', {});
      expect(await listPreferences(own)).toEqual([]);
    });
    expect(await filesWith(profile, [...texts, key])).toEqual([]);

    await during(profile, async (own) => {
      expect(await listPreferences(own)).toEqual([]);
      const read = messages['settings.read'].response.parse(
        await askExtension(own, 'settings.read', {}),
      );
      expect(read).toMatchObject({ keyHost: null, settings: { name: '' } });
      expect(await dataKey(own)).not.toBe(key);
    });
    expect(await filesWith(profile, [...texts, key])).toEqual([]);
  });
});

test.each(browserNames)(
  'in %s both copies of the key are there, and erasing draws another',
  async (name) => {
    const practice = await practiceOn(name);
    const { own } = practice.desk;
    const copies = () =>
      own.evaluate(async () => {
        const { key } = await chrome.storage.local.get('key');
        const handle = await (await navigator.storage.getDirectory()).getFileHandle('key');
        return [String(key), await (await handle.getFile()).text()];
      }, null);
    await remember(own, canaries.description);
    const [key, copy] = await copies();
    expect(key).toHaveLength(44);
    expect(copy).toBe(key);
    await askExtension(own, 'memory.erase', {});
    expect(await listPreferences(own)).toEqual([]);
    const [fresh, freshCopy] = await copies();
    expect(fresh).toHaveLength(44);
    expect(fresh).not.toBe(key);
    expect(freshCopy).toBe(fresh);
    await remember(own, 'Says new things');
    expect(await listPreferences(own)).toHaveLength(1);
    await practice.close();
  },
);

test('a content script cannot read what is kept beside the database', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'penchant-profile-'));
  const mailbox = await startMailbox();
  const seen = await during(profile, async (own, browser) => {
    await browser.open(mailbox.url);
    // Answered once the store is open, so the key lies there.
    await askExtension(own, 'settings.read', {});
    return own.evaluate(async (url) => {
      const read = (): Promise<string> =>
        chrome.storage.local.get(null).then(
          (values) => Object.keys(values).join(),
          (thrown: unknown) => String(thrown),
        );
      const [tab] = await chrome.tabs.query({ url: `${new URL(url).origin}/*` });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: read,
      });
      return { here: await read(), there: answer?.result };
    }, mailbox.url);
  });
  expect(seen.here).toContain('key');
  expect(seen.there).toMatch(/not allowed/);
  await mailbox.close();
  await rm(profile, { recursive: true, force: true });
});

/** Where Chromium keeps the extension's databases. */
async function databaseFolder(profile: string): Promise<string> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const names = await readdir(folder);
  const name = names.find((one) => /^chrome-extension_.*\.indexeddb\.leveldb$/.test(one));
  if (!name) throw new Error(`There is no database in ${names.join(', ')}.`);
  return join(folder, name);
}

async function logOf(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((one) => one.endsWith('.log'));
  if (!name) throw new Error('The database has no log.');
  return join(folder, name);
}

const damages: Record<string, (folder: string) => Promise<void>> = {
  'is gone': (folder) => rm(folder, { recursive: true }),
  'has half of its log': async (folder) => {
    const bytes = await readFile(await logOf(folder));
    await writeFile(await logOf(folder), bytes.subarray(0, bytes.length / 2));
  },
  'has garbage in its log': async (folder) => {
    const bytes = await readFile(await logOf(folder));
    bytes.fill(0x5a, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 4_096);
    await writeFile(await logOf(folder), bytes);
  },
  'has a garbage manifest': async (folder) => {
    const name = (await readdir(folder)).find((one) => one.startsWith('MANIFEST'));
    await writeFile(join(folder, String(name)), 'x'.repeat(200));
  },
  'has no manifest': async (folder) => {
    const name = (await readdir(folder)).find((one) => one.startsWith('MANIFEST'));
    await rm(join(folder, String(name)));
  },
};

describe('a database that', () => {
  let used: string;
  const descriptions = Array.from({ length: 20 }, (_, at) => `Never says word${at}`);
  beforeAll(async () => {
    used = await mkdtemp(join(tmpdir(), 'penchant-profile-'));
    await during(used, async (own) => {
      for (const description of descriptions) await remember(own, description);
    });
  });
  afterAll(() => rm(used, { recursive: true, force: true }));

  test.each(Object.entries(damages))(
    '%s: all preferences are back, and it is told',
    async (_, damage) => {
      const profile = await mkdtemp(join(tmpdir(), 'penchant-profile-'));
      await cp(used, profile, { recursive: true });
      await damage(await databaseFolder(profile));
      await during(profile, async (own) => {
        const answer = await askExtension(own, 'preferences.list', {});
        const { preferences, notice } = messages['preferences.list'].response.parse(answer);
        expect(preferences.map(({ description }) => description).toSorted()).toEqual(
          descriptions.toSorted(),
        );
        expect(notice).toEqual({ code: 'memory-restored', detail: '20' });
        await remember(own, 'Says new things');
        expect(await listPreferences(own)).toHaveLength(21);
      });
      await rm(profile, { recursive: true, force: true });
    },
  );
});
