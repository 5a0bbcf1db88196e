import { openReply, ownText } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import type { Desk } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type BrowserName, practiceOn } from '../../tests/e2e/practice.ts';
import { untilSettled } from '../../tests/e2e/until-settled.ts';
import type { Outcome } from './row.ts';
import { play, type Trick, tricks } from './tricks.ts';

const launcher = { role: 'button', name: panelWords.launcher };
const insertButton = { role: 'button', name: panelWords.insert };

/** Everything that is tried once on the launcher, and once on Insert. */
const ways = ['by script alone', 'focus by script and a real Enter', ...tricks] as const;
type Way = (typeof ways)[number];
type Button = 'launcher' | 'insert';

/**
 * T12: a page cannot press our buttons, nor have somebody press them who does not see them. Each trial
 * is one way on one button; after all of them a genuine click must work, or nothing would be shown.
 */
export async function tryPresses(name: BrowserName, count: number): Promise<Outcome> {
  const examples: string[] = [];
  // A background lets one tab make twenty drafts in a row, and every second way begins with one.
  for (let first = 0; first < count; first += ways.length) {
    examples.push(...(await pressBatch(name, first, Math.min(ways.length, count - first))));
  }
  return { trials: count, failures: examples.length, examples };
}

async function pressBatch(name: BrowserName, first: number, count: number): Promise<string[]> {
  const practice = await practiceOn(name);
  const examples: string[] = [];
  try {
    const { desk, mailbox } = practice;
    await setUp(desk, null);
    for (let trial = first; trial < first + count; trial += 1) {
      const way = ways[trial % ways.length] ?? 'by script alone';
      // After all ways the other half; the browsers begin with different ones.
      const turn = trial + Math.floor(trial / ways.length) + (name === 'firefox' ? 1 : 0);
      const button = turn % 2 === 0 ? 'launcher' : 'insert';
      // A trick stays until the page is loaded again; only a new address does that.
      await desk.page.goto(`${mailbox.url}/?${trial}`);
      const probe = await practice.browser.probe(desk.page);
      await show({ ...desk, probe }, button);
      await press({ ...desk, probe }, button, way);
      if (await isPressed(desk.page, button)) examples.push(`${button}: ${way}`);
    }
    for (const button of ['launcher', 'insert'] as const) {
      await desk.page.goto(`${mailbox.url}/?${button}`);
      const probe = await practice.browser.probe(desk.page);
      await show({ ...desk, probe }, button);
      await aim({ ...desk, probe }, button);
      if (!(await isPressed(desk.page, button))) {
        throw new Error(`A genuine click on ${button} did nothing, so nothing was tried.`);
      }
    }
    return examples;
  } finally {
    await practice.close();
  }
}

async function show({ page, probe }: Desk, button: Button): Promise<void> {
  const [planned] = planRounds(1);
  if (!planned) throw new Error('There is no mail to answer.');
  await openReply(page, planned.messageId);
  await probe.wait(launcher);
  if (button === 'launcher') return;
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await untilSettled(page);
}

async function press(desk: Desk, button: Button, way: Way): Promise<void> {
  const { page } = desk;
  if (way === 'by script alone') await pressByScript(page);
  else if (way === 'focus by script and a real Enter') {
    // What has the focus by the user's own doing is theirs to press.
    if (button === 'insert') await page.click('#subject');
    await page.evaluate(() => document.querySelector<HTMLElement>('penchant-panel')?.focus(), null);
    await page.press('Enter');
  } else await pressUnseen(desk, button, way);
}

async function pressUnseen(desk: Desk, button: Button, trick: Trick): Promise<void> {
  await play(desk.page, trick);
  await frames(desk.page);
  await aim(desk, button);
}

/** A real click where the button is now. */
async function aim({ page, probe }: Desk, button: Button): Promise<void> {
  if (button === 'launcher') {
    const { x, y } = await page.evaluate(() => {
      const box = document.querySelector('penchant-panel')?.getBoundingClientRect();
      return { x: box ? box.x + box.width / 2 : 0, y: box ? box.y + box.height / 2 : 0 };
    }, null);
    await page.clickAt(x, y);
  } else {
    const [found] = await probe.find(insertButton);
    if (found) await probe.click(found).catch(() => undefined);
  }
  await frames(page);
}

/** Every event a script can make, at our element and at what stands there. */
function pressByScript(page: Tab): Promise<void> {
  return page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('penchant-panel');
    if (!host) throw new Error('Our element is not there.');
    const { x, y, width, height } = host.getBoundingClientRect();
    for (let down = 0.1; down < 1; down += 0.1) {
      for (let along = 0.1; along < 1; along += 0.1) {
        const at = { clientX: x + width * along, clientY: y + height * down };
        const init = { bubbles: true, composed: true, cancelable: true, detail: 1, ...at };
        const there = document.elementFromPoint(at.clientX, at.clientY) ?? host;
        for (const target of new Set([host, there])) {
          target.dispatchEvent(new PointerEvent('pointerdown', init));
          target.dispatchEvent(new MouseEvent('mousedown', init));
          target.dispatchEvent(new PointerEvent('pointerup', init));
          target.dispatchEvent(new MouseEvent('mouseup', init));
          target.dispatchEvent(new MouseEvent('click', init));
        }
      }
    }
    host.click();
    host.focus();
    for (const key of ['Enter', ' ']) {
      const init = { bubbles: true, composed: true, cancelable: true, key };
      host.dispatchEvent(new KeyboardEvent('keydown', { ...init, ctrlKey: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', init));
      host.dispatchEvent(new KeyboardEvent('keyup', init));
    }
    if (host.shadowRoot) throw new Error('The shadow root is open.');
  }, null);
}

async function isPressed(page: Tab, button: Button): Promise<boolean> {
  await frames(page);
  if (button === 'insert') return (await ownText(page)).trim() !== '';
  const state = await page.evaluate(
    () => document.querySelector<HTMLElement>('penchant-panel')?.dataset['state'] ?? '',
    null,
  );
  return state === 'panel';
}

/** Whatever a press starts has begun by then. */
const frames = (page: Tab): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60)),
    null,
  );
