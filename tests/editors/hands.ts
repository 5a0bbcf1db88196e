import type { Tab } from '../../scripts/drive/tab.ts';
import type { InsertResult } from '../../src/webmail/inserter.ts';
import type { Does } from './world/protocol.ts';

/** What stands in an editor when its page is opened; see `pages/page.ts`. */
export type Start = 'empty' | 'own' | 'reply';

/** One editor in a tab, the webmail layer beside it, and what a person does there. */
export interface Hands {
  readonly tab: Tab;
  /** Opens the page, clicks into the first line of the editor and lets the layer find it. */
  open(start: Start): Promise<void>;
  insert(text: string, replace?: string): Promise<InsertResult>;
  undo(text: string): Promise<boolean>;
  read(): Promise<{ text: string; quote: string; signature: string }>;
  /** Asks the content script for something else. */
  say(does: Does): Promise<unknown>;
  /** What the editor takes its text to be. */
  model(): Promise<string>;
  /** What stands on the screen, by where it stands: a gap of a line's height is a blank line. */
  visible(): Promise<string>;
  /** Until the next frame is drawn, and what its callbacks put off is done. */
  drawn(): Promise<void>;
  /** Until what somebody types next is an undo step of its own: editors group by time. */
  pause(): Promise<void>;
}

/** Hands for a page such as `http://127.0.0.1:1234/quill.html`. */
export function handsFor(tab: Tab, url: string): Hands {
  // What the content script answers is what the called function answers; see `world/content.ts`.
  const say = <Answer>(does: Does): Promise<Answer> => ask(tab, does) as Promise<Answer>;
  const drawn = (): Promise<void> =>
    tab.evaluate(
      () => new Promise<void>((done) => void requestAnimationFrame(() => setTimeout(done))),
      null,
    );
  return {
    tab,
    say,
    drawn,
    async open(start) {
      await tab.goto(`${url}?${start}`);
      await tab.until(() => window.editorElement, null);
      const { x, y } = await tab.evaluate(firstLine, null);
      await tab.clickAt(x, y);
      await tab.press('Control+Home');
      await drawn();
      if ((await say({ does: 'attend' })) === null) throw new Error('The editor was not found.');
    },
    async insert(text, replace) {
      // Nobody asks for a draft before they see what they typed.
      await drawn();
      const result = await say<InsertResult>({ does: 'insert', text, replace: replace ?? null });
      await drawn();
      return result;
    },
    async undo(text) {
      const result = await say<boolean>({ does: 'undo', text });
      await drawn();
      return result;
    },
    read: () => say({ does: 'read' }),
    async model() {
      await drawn();
      return tab.evaluate(() => window.modelText(), null);
    },
    async visible() {
      await drawn();
      return tab.evaluate(visibleText, null);
    },
    async pause() {
      const from = await tab.evaluate(() => performance.now(), null);
      await tab.until((from) => performance.now() > from + 1100, from);
    },
  };
}

/** One question to the content script, and its answer. */
async function ask(tab: Tab, does: Does): Promise<unknown> {
  const answer = await tab.evaluate(
    (does) =>
      new Promise<string>((done) => {
        const id = Math.random();
        const hear = (event: Event): void => {
          const { detail } = event as CustomEvent<string>;
          if (JSON.parse(detail).id !== id) return;
          document.removeEventListener('test-answer', hear);
          done(detail);
        };
        document.addEventListener('test-answer', hear);
        document.dispatchEvent(
          new CustomEvent('test-ask', { detail: JSON.stringify({ ...does, id }) }),
        );
      }),
    does,
  );
  const said: { readonly answer?: unknown; readonly thrown?: string } = JSON.parse(answer);
  if (said.thrown !== undefined) throw new Error(said.thrown);
  return said.answer;
}

/** Runs in the page: where its first line is on the screen. */
function firstLine(): { x: number; y: number } {
  const element = window.editorElement;
  const frame = element?.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const { x = 0, y = 0 } = element?.getBoundingClientRect() ?? {};
  const inFrame = element?.localName === 'body';
  return { x: x + (frame?.x ?? 0) + 30, y: inFrame ? (frame?.y ?? 0) + 24 : y + 18 };
}

/** Runs in the page: its editor's text, line by line as it is drawn. */
function visibleText(): string {
  const element = window.editorElement;
  if (!element) return '';
  if ('value' in element && element.localName === 'textarea') return String(element.value);
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const range = element.ownerDocument.createRange();
  const lines: { text: string; top: number; height: number }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    for (const piece of (node.textContent ?? '').matchAll(/[^\n]+/g)) {
      range.setStart(node, piece.index);
      range.setEnd(node, piece.index + piece[0].length);
      const { top, height } = range.getBoundingClientRect();
      if (height === 0 || piece[0].replace(/[\s\u200b\ufeff]/g, '') === '') continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - top) < 4) line.text += piece[0];
      else lines.push({ text: piece[0], top, height });
    }
  }
  return lines
    .map(({ text, top }, at) => {
      const above = lines[at - 1];
      const isApart = above && top - above.top > above.height * 1.75;
      return isApart ? `\n${text}` : text;
    })
    .join('\n');
}
