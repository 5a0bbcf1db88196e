import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { practiceInChromium } from '../../tests/e2e/practice.ts';
import { draw } from '../learning/scripted/draw.ts';
import type { Outcome } from './row.ts';

const page = `<!doctype html><meta charset="utf-8"><title>Write</title>
<style>#rich{min-height:200px;width:600px;border:1px solid;white-space:pre-wrap}</style>
<form><textarea id="plain" name="text" rows="12" cols="70" autocomplete="on"></textarea></form>
<form><div id="rich" contenteditable="true"></div></form>`;

/** Nobody writes so fast for long: a tab that did would soon be heard less often (`browser/serve.ts`). */
const inOneTab = 6;

/** What people type that programs trip over; typed in lines, as keys. */
const pieces = [
  'Hello',
  'the plan',
  '  two  spaces',
  '-- ',
  '> quoted?',
  'Zoë',
  'שלום',
  '你好',
  '👩‍👩‍👧',
  'e\u0301',
  '…',
  '“so”',
  '<b>no</b>',
  '&amp;',
  '\u00a0',
  'On 3 May Kim wrote:',
  'Sent from my phone',
  'a'.repeat(120),
  '$1',
  '\\n',
  'ﬁ',
  'İ',
];

/**
 * T4: texts of a user, drawn from `seed`, stand before and around a draft that is inserted and taken
 * back, while the mail is left and come back to, and when the extension is reloaded; each time they are
 * compared, unit by unit. One trial is one comparison; `texts` stand in two kinds of box in turns.
 */
export async function tryOwnText(texts: number, seed: number): Promise<Outcome> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const practice = await practiceInChromium();
  const examples: string[] = [];
  let trials = 0;
  try {
    let tab = await practice.browser.open(address);
    for (let trial = 0; trial < texts; trial += 1) {
      if (trial > 0 && trial % inOneTab === 0) {
        await tab.close();
        tab = await practice.browser.open(address);
      }
      const box = trial % 2 === 0 ? 'plain' : 'rich';
      const { compared, wrong } = await tryOnce(
        practice.browser.probe,
        tab,
        `${address}?${trial}`,
        box,
        drawn(seed, trial),
      );
      trials += compared;
      examples.push(...wrong.map((what) => `${box}: ${what}`));
    }
    trials += 1;
    examples.push(...(await reloadExtension(practice.desk.own, tab)));
  } finally {
    await practice.close();
    server.close();
    server.closeAllConnections();
  }
  return { trials, failures: examples.length, examples };
}

function drawn(seed: number, trial: number): string {
  const length = 1 + Math.floor(draw(seed, trial * 100) * 6);
  const words = Array.from({ length }, (_, at) => {
    const piece = pieces[Math.floor(draw(seed, trial * 100 + at + 1) * pieces.length)] ?? '';
    return piece + (draw(seed, trial * 100 + at + 50) < 0.4 ? '\n' : ' ');
  });
  return words.join('');
}

async function tryOnce(
  probeOf: (tab: Tab) => Promise<Parameters<typeof openPanel>[0]>,
  tab: Tab,
  address: string,
  box: 'plain' | 'rich',
  text: string,
): Promise<{ compared: number; wrong: readonly string[] }> {
  const wrong: string[] = [];
  let compared = 0;
  const note = (when: string, before: string, after: string): void => {
    compared += 1;
    if (before !== after)
      wrong.push(`${when}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`);
  };
  await tab.goto(address);
  const probe = await probeOf(tab);
  await tab.click(`#${box}`);
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await tab.press('Enter');
    if (line) await tab.type(line);
  }
  const before = await content(tab, box);
  if (box === 'plain') note('typed', text, before);
  await openPanel(probe);
  note('the panel opened', before, await content(tab, box));
  await askForDraft(tab, probe, 'the parcel came');
  note('a draft was made', before, await content(tab, box));
  await insertDraft(tab);
  await tab.until(
    ([id, old]) => {
      const one = document.querySelector(`#${id}`);
      return (one instanceof HTMLTextAreaElement ? one.value : one?.innerHTML) !== old;
    },
    [box, before] as const,
  );
  const withDraft = await content(tab, box);
  note('inserted', before, holds(withDraft, before) ? before : withDraft);
  await tab.click(`#${box}`);
  await tab.press('Control+z');
  note('undone', before, await content(tab, box));
  await tab.press('Control+y');
  note('done again', withDraft, await content(tab, box));
  if (box === 'plain') {
    await tab.goto(`${address}&elsewhere`);
    // Later than the answer: going back ends the page that would give it.
    await tab.evaluate(() => void setTimeout(() => history.back(), 0), null);
    await tab.until((old) => location.search === old, new URL(address).search);
    await tab.until(() => document.readyState === 'complete', null);
    note('left and come back to', withDraft, await content(tab, box));
  }
  return { compared, wrong };
}

/**
 * Whether the whole of `own` stands in `all`, in one piece or around one piece. The `<br>` that holds an
 * empty line open is nobody's text: it goes with the first letter in that line, whoever types it.
 */
function holds(allText: string, ownText: string): boolean {
  const [all = '', own = ''] = [allText, ownText].map((text) =>
    text.replaceAll('<div><br></div>', '<div></div>'),
  );
  for (let at = 0; at <= own.length; at += 1) {
    if (all.startsWith(own.slice(0, at)) && all.endsWith(own.slice(at))) return true;
  }
  return false;
}

async function reloadExtension(own: Tab, tab: Tab): Promise<string[]> {
  await tab.click('#plain');
  await tab.type(' and the last words');
  const before = await content(tab, 'plain');
  await own.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0), null);
  // An event in the page is when a script that was left behind notices.
  await tab.click('#rich');
  await tab.click('#plain');
  await tab.until(() => {
    const state = document.querySelector<HTMLElement>('penchant-panel')?.dataset['state'];
    return state !== 'launcher' && state !== 'panel';
  }, null);
  const after = await content(tab, 'plain');
  return before === after ? [] : [`the extension was reloaded: ${before} became ${after}`];
}

/** As the page holds it: nothing is tidied up for the comparison. */
const content = (tab: Tab, box: 'plain' | 'rich'): Promise<string> =>
  tab.evaluate((id) => {
    const one = document.querySelector(`#${id}`);
    return one instanceof HTMLTextAreaElement ? one.value : (one?.innerHTML ?? '');
  }, box);
