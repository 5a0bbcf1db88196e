import { listEpisodes, listPreferences } from '../../scripts/drive/ask-extension.ts';
import {
  clickIntoEditor,
  insertedText,
  openReply,
  sendMail,
} from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { type Desk, playRound } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { untilClock } from '../../scripts/drive/until-clock.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { actionMs } from '../../src/webmail/edit-watch.ts';
import { type BrowserName, practiceOn } from '../../tests/e2e/practice.ts';
import type { Outcome } from './row.ts';

/** Ways in which a script of the page changes the first line of a draft as if somebody had. */
const forgeries = [
  'text without an event',
  'input',
  'beforeinput and input',
  'keydown, input and keyup',
  'paste',
  'drop',
  'composition',
  'execCommand insertText',
  'execCommand insertHTML',
  'click on a button by script',
  'value',
  'value and input',
  'setRangeText',
  'execCommand in a textarea',
  'before a real key',
  'after a real key',
] as const;
type Forgery = (typeof forgeries)[number];

const inTextarea: readonly Forgery[] = [
  'value',
  'value and input',
  'setRangeText',
  'execCommand in a textarea',
];

/** A background lets one tab make twenty drafts in a row; the last of them is a genuine one. */
const batch = forgeries.length;

/** T12: whatever a page does to a draft, nothing is learned of it; one trial is one draft. */
export async function tryForgeries(name: BrowserName, count: number): Promise<Outcome> {
  const examples: string[] = [];
  for (let first = 0; first < count; first += batch) {
    examples.push(...(await forgeBatch(name, first, Math.min(batch, count - first))));
  }
  return { trials: count, failures: examples.length, examples };
}

async function forgeBatch(name: BrowserName, first: number, count: number): Promise<string[]> {
  const practice = await practiceOn(name);
  try {
    const { desk } = practice;
    await setUp(desk, null);
    const made = new Map<string, Forgery>();
    for (let trial = first; trial < first + count; trial += 1) {
      const forgery = forgeries[trial % forgeries.length] ?? 'input';
      const mark = `Ahoy zq${trial}zq`;
      made.set(mark, forgery);
      await forgeOnce(desk, forgery, mark, trial);
    }
    // Jobs are done one after the other, so what was noted before this is learned before this.
    const [genuine] = planRounds(1);
    if (!genuine) throw new Error('There is no mail to answer.');
    const { learned } = await playRound(desk, genuine, 1);
    if (learned.length === 0) throw new Error('A genuine edit taught nothing: nothing was tried.');
    return await learnedFrom(desk, made);
  } finally {
    await practice.close();
  }
}

async function forgeOnce(
  { page, probe, own }: Desk,
  forgery: Forgery,
  mark: string,
  trial: number,
): Promise<void> {
  const planned = planRounds(trial + 1)[trial];
  if (!planned) throw new Error('There is no mail to answer.');
  await openReply(page, planned.messageId);
  if (inTextarea.includes(forgery)) {
    await page.click('input[name=plain]');
    await clickIntoEditor(page);
  }
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await insertDraft(page);
  await insertedText(page);
  await noted(own);
  if (forgery === 'after a real key') {
    await page.press('Control+Home');
    await page.type('x');
    await untilClock(page, 2 * actionMs);
  }
  await forge(page, forgery, mark);
  if (forgery === 'before a real key') await page.type('x');
  await sendMail(page);
}

/** Waits until the inserted draft is known to the background: then its watch has begun. */
async function noted(own: Tab): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await listEpisodes(own)).episodes[0]?.trace) {
    if (performance.now() > deadline) throw new Error('The inserted draft was not noted in 10 s.');
  }
}

/** Runs in the page, with no function of its own, because tsx gives those a helper no page has. */
function forge(page: Tab, forgery: Forgery, mark: string): Promise<void> {
  return page.evaluate(
    ([how, words]) => {
      const editor = document.querySelector<HTMLElement>('form.compose [data-role=editor]');
      if (!editor) throw new Error('There is no editor.');
      editor.focus();
      const typed = { bubbles: true, composed: true, cancelable: true };
      const data = new DataTransfer();
      data.setData('text/plain', words);
      if (editor instanceof HTMLTextAreaElement) {
        const end = editor.value.indexOf('\n');
        if (how === 'setRangeText') editor.setRangeText(`${words},`, 0, end);
        else if (how === 'execCommand in a textarea') {
          editor.setSelectionRange(0, end);
          document.execCommand('insertText', false, `${words},`);
        } else editor.value = `${words},${editor.value.slice(end)}`;
        if (how !== 'value') editor.dispatchEvent(new InputEvent('input', typed));
        return;
      }
      const line = editor.firstElementChild;
      if (!line) throw new Error('There is no line.');
      if (how.startsWith('execCommand')) {
        getSelection()?.selectAllChildren(line);
        if (how.endsWith('HTML')) {
          // The page asks its visitors for trusted types, and a hostile page would not.
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes?: {
              createPolicy(name: string, rules: object): { createHTML(text: string): string };
            };
          };
          const rules = { createHTML: String };
          const html = trustedTypes
            ?.createPolicy(`p${words}`, rules)
            .createHTML(`<b>${words},</b>`);
          document.execCommand('insertHTML', false, html ?? `<b>${words},</b>`);
        } else document.execCommand('insertText', false, `${words},`);
        return;
      }
      const events: Record<string, readonly Event[]> = {
        'beforeinput and input': [
          new InputEvent('beforeinput', { ...typed, inputType: 'insertText', data: words }),
        ],
        'keydown, input and keyup': [new KeyboardEvent('keydown', { ...typed, key: 'A' })],
        paste: [new ClipboardEvent('paste', { ...typed, clipboardData: data })],
        drop: [new DragEvent('drop', { ...typed, dataTransfer: data })],
        composition: [
          new CompositionEvent('compositionstart', typed),
          new CompositionEvent('compositionend', { ...typed, data: words }),
        ],
      };
      for (const event of events[how] ?? []) editor.dispatchEvent(event);
      if (how.startsWith('click')) {
        const button = document.createElement('button');
        button.type = 'button';
        editor.closest('form')?.append(button);
        button.click();
      }
      line.textContent = `${words},`;
      if (how !== 'text without an event') {
        editor.dispatchEvent(new InputEvent('input', { ...typed, inputType: 'insertText' }));
      }
      if (how.startsWith('keydown')) editor.dispatchEvent(new KeyboardEvent('keyup', typed));
    },
    [forgery, mark] as const,
  );
}

/** The forgeries that left anything behind in the memory. */
async function learnedFrom({ own }: Desk, made: ReadonlyMap<string, Forgery>): Promise<string[]> {
  const [{ episodes }, preferences] = [await listEpisodes(own, 500), await listPreferences(own)];
  return [...made].flatMap(([mark, forgery]) => {
    const theirs = episodes.filter(({ final }) => final?.includes(mark)).map(({ id }) => id);
    const learned = preferences.filter(
      (one) =>
        JSON.stringify(one).includes(mark) ||
        one.evidence.some(({ episodeId }) => theirs.includes(episodeId)),
    );
    return learned.length === 0
      ? []
      : [`${forgery}: ${learned.map(({ description }) => description).join(' | ')}`];
  });
}
