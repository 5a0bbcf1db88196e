import {
  askExtension,
  changeSettings,
  listPreferences,
} from '../../scripts/drive/ask-extension.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import type { Desk } from '../../scripts/drive/play.ts';
import type { Driven, Tab } from '../../scripts/drive/tab.ts';
import { untilStill } from '../../scripts/drive/until-still.ts';
import type { Preference } from '../../src/learning/types.ts';
import { type BrowserName, practiceOn } from '../../tests/e2e/practice.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { naughtyTexts } from './naughty.ts';
import type { Outcome } from './row.ts';

/** Fewer than a page of ours shows without being asked for more. */
const batch = 20;

/** Pages of ours that show preferences or settings, and hold the same elements each time. */
const pages = ['popup.html', 'options.html#preferences', 'options.html#models', 'welcome.html'];

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
export async function tryNaughty(
  name: BrowserName,
  count: number,
  corpus: readonly string[],
): Promise<Outcome> {
  const texts = (await naughtyTexts(corpus)).slice(0, count);
  let said = 'harmless';
  const server = await startModelServer({ reply: () => said });
  const practice = await practiceOn(name);
  const failures = new Map<string, string>();
  try {
    const { browser, desk } = practice;
    if (!(await refusesHtml(desk.own))) failures.set('text was taken for HTML in our page', '<b>');
    // After that, because the policy says what it refused.
    const complaints = watch(browser, server.baseUrl);
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
        const more = [...made].filter((one) => !usual.get(place)?.made.has(one));
        for (const one of more) failures.set(`${place}: made ${one}`, said);
        if (place !== 'popup.html') continue;
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
function watch(browser: Driven, baseUrl: string): string[] {
  const complaints: string[] = [];
  const own = new URL(baseUrl).hostname;
  browser.watch(({ kind, text }) => {
    if (kind === 'dialog' || kind === 'error') complaints.push(`a ${kind}: ${text}`);
    if (kind === 'console' && /Content.Security.Policy|Trusted/i.test(text)) {
      complaints.push(`the policy stepped in: ${text}`);
    }
    const isOurs = /^(?:(?:chrome|moz)-extension|data|blob|about):/.test(text);
    if (kind === 'request' && !isOurs && new URL(text).hostname !== own) {
      complaints.push(`a request to ${text}`);
    }
  });
  return complaints;
}

async function showAll(
  browser: Driven,
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
  for (const name of pages) {
    const ours = await browser.openOurs(name);
    await ours.until(() => document.querySelector('h1'), null);
    await untilStill(ours);
    if (name === 'popup.html') await openEvidence(ours);
    shown.set(name, await shownIn(browser, ours));
    await ours.close();
  }
  await openReply(page, 'alex-standup');
  await openPanel(probe);
  await askForDraft(page, probe, texts.join(' ').replaceAll('\n', ' ').slice(0, 300));
  shown.set('panel', await shownIn(browser, page));
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

/** Whether a mistake of ours, or of a library, could not make elements of text. */
function refusesHtml(own: Tab): Promise<boolean> {
  return own.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>';
      return false;
    } catch {
      return true;
    }
  }, null);
}

/** Opens what was learned from, and one editor: they show the most. */
async function openEvidence(popup: Tab): Promise<void> {
  await popup.until(() => document.querySelector('li button[aria-expanded]'), null);
  await popup.evaluate(() => {
    const closed = document.querySelectorAll<HTMLElement>('li button[aria-expanded=false]');
    for (const button of closed) button.click();
  }, null);
  await popup.until(() => !document.querySelector('li button[aria-expanded=false]'), null);
}

async function shownIn(browser: Driven, tab: Tab): Promise<Shown> {
  const made = new Set<string>();
  for (const { name, attributes } of await browser.elements(tab)) {
    made.add(`<${name}>`);
    for (const [attribute, value] of attributes) {
      if (attribute.startsWith('on') || attribute === 'srcdoc') made.add(`${attribute}=`);
      const isAddress = /^(?:href|src|action|formaction)$/.test(attribute);
      if (isAddress && /^\s*(?:java|vb)script:|evil/i.test(value)) {
        made.add(`${attribute}="${value}"`);
      }
    }
  }
  return { made, text: plain(await tab.evaluate(() => document.body.innerText, null)) };
}

/** Firefox leaves signs of direction out of what it says is seen, so neither side keeps them. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Bidi_Control}\u00ad]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
