import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { insertedText, openReply } from '../../scripts/drive/mailbox-page.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

type Key = keyof typeof german;
const say = (key: Key): string => german[key].message;
const ours = new Set(Object.values(german).map(({ message }) => message));
/** What would stand there, word by word, if a sentence had been left in English. */
const foreign = new Set(
  Object.values(english)
    .map(({ message }) => message)
    .filter((message) => !ours.has(message)),
);

/** German is what is left, so that every browser takes it, in whatever language it is itself. */
async function leaveGerman(folder: string): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: 'de' }));
  for (const language of await readdir(join(folder, '_locales'))) {
    if (language !== 'de') await rm(join(folder, '_locales', language), { recursive: true });
  }
}

/** What things are called in what a probe describes. */
const namesIn = (described: string): string[] =>
  [...described.matchAll(/“(.*)”/g)].map(([, name = '']) => name);

describe.each(browserNames)('in German in %s', (name) => {
  let practice: Practice;
  let packed: string[];
  beforeAll(async () => {
    practice = await practiceOn(name, {
      prepare: async (folder) => {
        packed = (await readdir(join(folder, '_locales'))).toSorted();
        await leaveGerman(folder);
      },
    });
  });
  afterAll(() => practice?.close());

  test('every language is in the package', () => {
    expect(packed).toEqual(['de', 'en', 'es', 'fr', 'ja']);
  });

  test('the popup is German, for eyes and for screen readers', async () => {
    const popup = await practice.browser.openOurs('popup.html');
    await popup.until((empty) => document.body.innerText.includes(empty), say('popup_empty'));
    const { lang, dir, title, words, names } = await popup.evaluate(
      () => ({
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
        title: document.title,
        words: document.body.innerText.split('\n'),
        names: [...document.querySelectorAll('button, a, input, select')].map((control) => {
          const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
          return (control.ariaLabel ?? label?.textContent ?? control.textContent ?? '').trim();
        }),
      }),
      null,
    );
    expect({ lang, dir, title }).toEqual({ lang: 'de', dir: 'ltr', title: 'Penchant' });
    expect(names).toEqual(
      expect.arrayContaining([
        say('options_title'),
        say('popup_help'),
        say('popup_add'),
        say('popup_search'),
      ]),
    );
    expect([...words, ...names].filter((text) => foreign.has(text))).toEqual([]);
    await popup.close();
  });

  test('the panel is German too, and each button has its German name', async () => {
    const [planned] = planRounds(1);
    if (!planned) throw new Error('There are no mails to answer.');
    const { page, probe } = practice.desk;
    const button = (key: Key) => ({ role: 'button', name: say(key) });
    await openReply(page, planned.messageId);
    const launcher = await probe.wait(button('panel_open'));
    // The mailbox itself speaks English.
    const theirs = new Set(namesIn(await probe.describe()));
    await probe.click(launcher);
    await probe.wait({ role: 'textbox', name: say('panel_notes') }, ({ focused }) => focused);
    const heard = [await probe.describe()];
    await page.type(planned.notes);
    await page.press('Control+Enter');
    await probe.wait(button('panel_insert'), ({ focused, disabled }) => focused && !disabled);
    heard.push(await probe.describe());
    await page.press('Enter');
    await insertedText(page);
    await probe.wait(button('panel_undo'));
    heard.push(await probe.describe());
    const names = namesIn(heard.join('\n'));
    const said = ['close', 'draft', 'another', 'undo', 'note_close'] as const;
    expect(names).toEqual(expect.arrayContaining(said.map((key) => say(`panel_${key}`))));
    expect(names.filter((name) => foreign.has(name) && !theirs.has(name))).toEqual([]);
  });
});
