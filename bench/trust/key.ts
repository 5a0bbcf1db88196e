import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askExtension, changeSettings } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type BrowserName, practiceOn } from '../../tests/e2e/practice.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { dashboard } from './dashboard.ts';
import type { Outcome } from './row.ts';

const key = 'sk-canary-9f31c07e55d2';

/**
 * T14: a key that nothing else looks like is stored and used for `count` mails; then every place is
 * searched where it should not be. A place is a trial, and so is each request.
 */
export async function tryKey(name: BrowserName, count: number): Promise<Outcome> {
  const chosen = await startModelServer({ key });
  const other = await startModelServer();
  const practice = await practiceOn(name, { prepare: listenIn });
  const logs: string[] = [];
  const examples: string[] = [];
  let trials = 0;
  const search = (place: string, text: string): void => {
    trials += 1;
    if (text.includes(key)) examples.push(place);
  };
  try {
    const { browser, desk } = practice;
    const { page, own } = desk;
    browser.watch(({ kind, text }) => {
      if (kind === 'console' || kind === 'error') logs.push(text);
    });
    await changeSettings(own, (settings) => ({
      ...settings,
      name: 'Sam Porter',
      writer: { ...settings.writer, kind: 'openai', baseUrl: chosen.baseUrl, model: 'test-model' },
    }));
    await askExtension(own, 'settings.key', { host: new URL(chosen.baseUrl).host, key });
    for (const [index, planned] of planRounds(count).entries()) {
      await playRound(desk, planned, index + 1);
    }
    const used = chosen.requests.filter(({ method }) => method === 'POST');
    if (used.length === 0) throw new Error('The model was never asked.');
    for (const { headers, ...rest } of used) {
      const { authorization, ...others } = headers;
      if (authorization !== `Bearer ${key}`) examples.push('a request came without the key');
      search('body, address or another header of a request', JSON.stringify([rest, others]));
    }

    // The same drafts from another host: what was entered for one is not for another.
    await changeSettings(own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, baseUrl: other.baseUrl },
    }));
    await askExtension(own, 'writer.test', {}).catch(() => undefined);
    if (other.requests.length === 0) throw new Error('The other server was never asked.');
    search('requests to another host', JSON.stringify(other.requests));

    for (const ours of ['popup.html', ...dashboard, 'welcome.html']) {
      const tab = await browser.openOurs(ours);
      await tab.until(() => document.querySelector('h1'), null);
      const shown = await contentOf(tab);
      const values = await tab.evaluate(
        () =>
          [...document.querySelectorAll('input, textarea')].map(
            (one) => (one as HTMLInputElement).value,
          ),
        null,
      );
      search(ours, shown + JSON.stringify(values));
    }
    search('the page of the mailbox', await contentOf(page));
    const heard = await page.evaluate(() => document.documentElement.dataset['heard'] ?? '', null);
    if (!heard.includes('settings.key')) throw new Error('No content script asked for the key.');
    search('what a content script was answered when it asked', heard);
    search('the console', logs.join('\n'));
    for (const area of ['local', 'session', 'sync']) {
      search(`chrome.storage.${area}`, await dumpArea(own, area));
    }
    const { bytes, records } = await dumpDatabase(own);
    if (records === 0) throw new Error('The database is empty.');
    search('the database as it is stored', bytes);
    for (const asked of ['episodes.list', 'preferences.list', 'settings.read'] as const) {
      const request = asked === 'episodes.list' ? { limit: 500 } : {};
      search(`answer to ${asked}`, JSON.stringify(await askExtension(own, asked, request)));
    }
    return { trials, failures: examples.length, examples };
  } finally {
    await practice.close();
    await chosen.close();
    await other.close();
  }
}

/**
 * Makes the stub of a copy of the extension ask for the key, as a content script could that a page has
 * taken over, and write the answers into the page.
 */
async function listenIn(extension: string): Promise<void> {
  const stub = join(extension, 'stub.js');
  const first = `{ const __name = (named) => named; (${listening.toString()})(); }`;
  await writeFile(stub, `${first}\n${await readFile(stub, 'utf8')}`);
}

/** Runs before the stub, so it must not refer to anything outside itself. */
function listening(): void {
  const ours = globalThis as unknown as Record<string, unknown>;
  // The stub comes again with the core, into the same world.
  if (ours['listening']) return;
  ours['listening'] = true;
  const heard: unknown[] = [];
  const note = (what: string, said: unknown): void => {
    heard.push([what, said]);
    document.documentElement.dataset['heard'] = JSON.stringify(heard);
  };
  const { runtime } = chrome;
  const names = [
    'settings.read',
    'settings.key',
    'episodes.list',
    'preferences.list',
    'memory.read',
  ];
  for (const name of names) {
    const request =
      name === 'settings.key' ? { key: '' } : name === 'episodes.list' ? { limit: 500 } : {};
    void runtime.sendMessage({ to: 'background', name, request }).then(
      (answer) => note('asked', [name, answer]),
      (thrown: unknown) => note('asked', [name, String(thrown)]),
    );
  }
  for (const area of ['local', 'session', 'sync'] as const) {
    void chrome.storage[area].get(null).then(
      (all) => note('asked', [area, all]),
      (thrown: unknown) => note('asked', [area, String(thrown)]),
    );
  }
}

const contentOf = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.documentElement.outerHTML, null);

function dumpArea(own: Tab, area: string): Promise<string> {
  return own.evaluate(async (name) => {
    const { storage } = chrome as unknown as {
      storage: Record<string, { get(keys: null): Promise<unknown> } | undefined>;
    };
    return JSON.stringify((await storage[name]?.get(null)) ?? null);
  }, area);
}

/** Every record of every store; bytes as the letters they would be. */
function dumpDatabase(own: Tab): Promise<{ bytes: string; records: number }> {
  return own.evaluate(async () => {
    const said: string[] = [];
    let records = 0;
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? '');
      await new Promise((done) => opening.addEventListener('success', done));
      const database = opening.result;
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => all.addEventListener('success', done));
        records += all.result.length;
        said.push(
          JSON.stringify(all.result, (_, value) => {
            const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
            if (!isBytes) return value;
            const bytes = value instanceof ArrayBuffer ? value : value.buffer;
            return new TextDecoder('latin1').decode(bytes);
          }),
        );
      }
      database.close();
    }
    return { bytes: said.join('\n'), records };
  }, null);
}
