import type { Page } from 'playwright-core';
import {
  askExtension,
  changeSettings,
  listPreferences,
} from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import type { Desk } from '../../scripts/drive/play.ts';
import type { Preference } from '../../src/learning/types.ts';
import { type Practice, practiceInChromium } from '../../tests/e2e/practice.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { naughtyTexts } from './naughty.ts';
import type { Outcome } from './row.ts';

/** As many as a page of ours shows at once without being asked for more. */
const batch = 8;

/** What a page of ours, or the panel, makes of the texts it was given. */
interface Shown {
  /** Names of elements and event attributes. */
  readonly made: ReadonlySet<string>;
  /** All text in it, and what stands in its fields. */
  readonly text: string;
}

/**
 * T13: puts texts that are known to be taken for code into every field that is stored, and looks at
 * every page of ours and at the panel. What they make of harmless texts is what they may make of these.
 * One trial is one text, at every place.
 */
export async function tryNaughty(count: number, corpus: readonly string[]): Promise<Outcome> {
  const texts = (await naughtyTexts(corpus)).slice(0, count);
  let said = 'harmless';
  const server = await startModelServer({ reply: () => said });
  const practice = await practiceInChromium();
  const complaints = watch(practice, server.baseUrl);
  const failures = new Map<string, string>();
  try {
    const { browser, desk } = practice;
    await changeSettings(desk.own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, kind: 'openai', baseUrl: server.baseUrl, model: 'm' },
    }));
    const harmless = Array.from({ length: batch }, (_, at) => `harmless ${at}`);
    const usual = await showAll(browser, desk, harmless);
    for (let first = 0; first < texts.length; first += batch) {
      const some = texts.slice(first, first + batch);
      said = some.join('\n');
      const found = await showAll(browser, desk, some);
      for (const [place, { made, text }] of found) {
        const more = [...made].filter((name) => !usual.get(place)?.made.has(name));
        for (const name of more) failures.set(`${place}: made ${name}`, said);
        if (place !== 'popup') continue;
        for (const one of some.filter((each) => !text.includes(plain(each)))) {
          failures.set(`${place}: not shown as text: ${JSON.stringify(one)}`, one);
        }
      }
      for (const complaint of complaints.splice(0)) failures.set(complaint, said);
    }
  } finally {
    await practice.close();
    await server.close();
  }
  const examples = [...failures].map(
    ([what, of]) => `${what} (${JSON.stringify(of).slice(0, 120)})`,
  );
  return { trials: texts.length, failures: Math.min(texts.length, failures.size), examples };
}

/** Dialogs, errors, what the policy forbade, and requests to anywhere but this machine, from now on. */
function watch({ browser }: Practice<DrivenChromium>, baseUrl: string): string[] {
  const complaints: string[] = [];
  const { context } = browser;
  const own = new URL(baseUrl).hostname;
  context.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    const isPolicy = /Content Security Policy|Trusted/i.test(message.text());
    if (isPolicy) complaints.push(`the policy stepped in: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`an error: ${String(error.error())}`));
  context.on('request', (request) => {
    const url = request.url();
    if (/^(?:chrome-extension|data|blob|about):/.test(url)) return;
    if (new URL(url).hostname !== own) complaints.push(`a request to ${url}`);
  });
  return complaints;
}

async function showAll(
  browser: DrivenChromium,
  desk: Desk,
  texts: readonly string[],
): Promise<Map<string, Shown>> {
  const { own, page, probe } = desk;
  for (const { id } of await listPreferences(own))
    await askExtension(own, 'preferences.delete', { id });
  for (const [index, text] of texts.entries()) {
    await askExtension(own, 'preferences.restore', { preference: holding(text, index) });
  }
  const [first = ''] = texts;
  await changeSettings(own, (settings) => ({
    ...settings,
    name: first.slice(0, 100),
    writer: { ...settings.writer, model: first.slice(0, 200) },
  }));
  const shown = new Map<string, Shown>();
  for (const name of ['popup', 'options', 'welcome']) {
    const tab = await browser.openOurs(`${name}.html`);
    const ours = browser.pageOf(tab);
    await ours.getByRole('heading', { level: 1 }).waitFor();
    if (name === 'popup') await openEvidence(ours);
    shown.set(name, await shownIn(ours));
    await ours.close();
  }
  await openReply(page, 'alex-standup');
  await openPanel(probe);
  await askForDraft(page, probe, texts.join(' ').replaceAll('\n', ' ').slice(0, 300));
  shown.set('panel', await shownIn(browser.pageOf(page)));
  // An address of its own: the panel goes with the page.
  await page.goto(`${new URL(page.url()).origin}/?${performance.now()}`);
  return shown;
}

/** Every stored text of a preference, in the scope that shows a text of its own. */
function holding(text: string, index: number): Preference {
  const scopes = [
    { kind: 'recipient', address: text },
    { kind: 'domain', domain: text },
    { kind: 'site', site: text },
    { kind: 'everywhere' },
  ] as const;
  return {
    id: `naughty-${index}`,
    description: text.trim(),
    facet: 'wording',
    scope: scopes[index % scopes.length] ?? { kind: 'everywhere' },
    evidence: [
      {
        episodeId: 'e',
        at: 1,
        says: 'supports',
        recipient: text,
        task: 'reply',
        before: `a ${text}`,
        after: `${text} b`,
      },
    ],
    confidence: 0.9,
    origin: 'learned',
    status: 'active',
    revision: 1,
    createdAt: 1,
    updatedAt: 1,
  };
}

/** Opens what was learned from, and one editor: they show the most. */
async function openEvidence(popup: Page): Promise<void> {
  await popup.getByRole('listitem').first().waitFor();
  const buttons = popup.locator('li button[aria-expanded=false]');
  for (let left = await buttons.count(); left > 0; left -= 1) await buttons.first().click();
}

/** By the debugging protocol, which sees into closed shadow trees; frames of the page included. */
async function shownIn(page: Page): Promise<Shown> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  const made = new Set<string>();
  for (const { nodeType, localName, attributes = [] } of nodes) {
    if (nodeType !== 1) continue;
    made.add(`<${localName}>`);
    const names = attributes.filter((_, at) => at % 2 === 0);
    for (const name of names) if (name.startsWith('on') || name === 'srcdoc') made.add(`${name}=`);
    for (const [at, name] of names.entries()) {
      const value = attributes[at * 2 + 1] ?? '';
      if (
        /^(?:href|src|action|formaction)$/.test(name) &&
        /^\s*(?:java|vb)script:|evil/i.test(value)
      ) {
        made.add(`${name}="${value}"`);
      }
    }
  }
  return { made, text: plain(await page.locator('body').innerText()) };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
