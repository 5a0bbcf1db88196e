import type { FrameLocator, Page } from 'playwright-core';
import { stepsBetween } from '../../scripts/drive/editing.ts';
import type { ComposeMode } from './server/roundcube.ts';

/** What a person does in Roundcube's compose page, in either of its editors. */
export interface ComposeHands {
  /** Opens the reply to a message of the inbox and clicks into the first line of the editor. */
  openReply(uid: number): Promise<void>;
  /** Clicks into the first line of the editor. */
  focus(): Promise<void>;
  /** A message to nobody yet. */
  openNew(): Promise<void>;
  /** Saves the message as a draft and answers its UID. */
  saveDraft(): Promise<string>;
  openDraft(uid: string): Promise<void>;
  /** Goes on in the other editor, plain or HTML; the answer is the hands for it. */
  switchEditor(): Promise<ComposeHands>;
  /** The lines above or below the quote, as they stand on the screen. */
  ownText(): Promise<string>;
  /** Makes `after` of `before`, which must stand at the top or end of the editor, with real keys. */
  edit(before: string, after: string): Promise<void>;
  /** Whether nothing, such as a note of ours, lies over the Send button. */
  canPressSend(): Promise<boolean>;
  send(): Promise<void>;
}

/** Hands for a page on which somebody is logged in. */
export function composeHands(page: Page, url: string, mode: ComposeMode): ComposeHands {
  const frame = page.frameLocator('iframe#composebody_ifr');
  const press = (key: string) => page.keyboard.press(key);
  const begin = async () => {
    const editor =
      mode.editor === 'plain' ? page.locator('#composebody') : frame.locator('body#tinymce');
    // Below the little toolbar that Roundcube lays over the top of its textarea.
    await editor.click({ position: { x: 300, y: mode.editor === 'plain' ? 60 : 12 } });
    await press(mode.reply === 'above' ? 'Control+Home' : 'Control+End');
  };
  const open = async (query: string) => {
    await page.goto(`${url}?_task=mail&_action=compose${query}`);
    await begin();
  };
  return {
    focus: begin,
    openReply: (uid) => open(`&_reply_uid=${uid}&_mbox=INBOX`),
    openNew: () => open(''),
    openDraft: (uid) => open(`&_draft_uid=${uid}&_mbox=Drafts`),
    saveDraft: async () => {
      await page.click('a.save.draft');
      const field = page.locator('input[name="_draft_saveid"]');
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('input[name="_draft_saveid"]')?.value,
      );
      return field.inputValue();
    },
    switchEditor: async () => {
      // The page asks whether some of the layout may be lost.
      page.once('dialog', (question) => question.accept());
      if (mode.editor === 'plain') {
        await page.click('.editor-toolbar .mce-i-html');
        await frame.locator('body#tinymce blockquote').waitFor();
      } else {
        await page.locator('.tox-toolbar-overlord button').first().click();
        await page.waitForFunction(() => {
          const field = document.querySelector<HTMLTextAreaElement>('#composebody');
          return field?.checkVisibility() && field.value.includes('>');
        });
      }
      const editor = mode.editor === 'plain' ? 'html' : 'plain';
      return composeHands(page, url, { ...mode, editor });
    },
    ownText: () => (mode.editor === 'plain' ? plainText(page, mode.reply) : htmlText(frame)),
    edit: async (before, after) => {
      await press(mode.reply === 'above' ? 'Control+Home' : 'Control+End');
      if (mode.reply === 'below') {
        for (let left = before.length; left > 0; left--) await press('ArrowLeft');
      }
      for (const step of stepsBetween(asKeys(before, mode), asKeys(after, mode))) {
        if (step.kind === 'type') await typeKeys(page, step.text);
        else {
          const key = step.kind === 'pass' ? 'ArrowRight' : 'Delete';
          for (let pressed = 0; pressed < step.characters; pressed++) await press(key);
        }
      }
    },
    canPressSend: () =>
      page.evaluate(() => {
        const button = document.querySelector('button.send');
        const box = button?.getBoundingClientRect();
        if (!button || !box) return false;
        const { x, y, width, height } = box;
        return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      }),
    send: async () => {
      await page.click('button.send');
      await page.waitForURL(/_task=mail(?!.*_action=compose)/);
    },
  };
}

/** In TinyMCE a paragraph ends with one key, and a line within it with another. */
const paragraphEnd = '\u2029';

function asKeys(text: string, mode: ComposeMode): string {
  return mode.editor === 'plain' ? text : text.replaceAll('\n\n', paragraphEnd);
}

async function typeKeys(page: Page, text: string): Promise<void> {
  for (const part of text.split(/([\n\u2029])/)) {
    if (part === paragraphEnd) await page.keyboard.press('Enter');
    else if (part === '\n') await page.keyboard.press('Shift+Enter');
    else await page.keyboard.type(part);
  }
}

async function plainText(page: Page, reply: ComposeMode['reply']): Promise<string> {
  const text = await page.locator('#composebody').inputValue();
  // What was HTML has blanks at the ends of its lines, for nobody to see.
  return besideQuote(text.replace(/ +$/gm, ''), reply);
}

/** What of a plain text stands above the line that introduces the quote, or below the quote. */
export function besideQuote(text: string, reply: ComposeMode['reply']): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const quote = lines.findIndex((line) => line.startsWith('>'));
  if (quote === -1) return text.trim();
  const own =
    reply === 'above'
      ? lines.slice(0, introduction(lines, quote))
      : lines.slice(lines.findLastIndex((line) => line.startsWith('>')) + 1);
  return own.join('\n').trim();
}

/** "On … wrote:" may be wrapped; it begins after the last blank line above it. */
function introduction(lines: readonly string[], quote: number): number {
  let start = quote;
  while (start > 0 && lines[start - 1]?.trim() === '') start--;
  while (start > 0 && lines[start - 1]?.trim() !== '') start--;
  return start;
}

/** A message that was plain text, or was saved, stands in one element with its quote. */
async function htmlText(frame: FrameLocator): Promise<string> {
  const text = await frame.locator('body#tinymce').evaluate((body) => {
    const paragraphs = [''];
    const walk = (element: Element): boolean => {
      for (const node of element.childNodes) {
        const inner = node instanceof Element ? node : null;
        if (inner?.matches('[id$="reply-intro"], blockquote')) return false;
        if (inner?.matches('p, div')) {
          paragraphs.push('');
          if (!walk(inner)) return false;
          paragraphs.push('');
        } else {
          const said = inner?.matches('br') ? '\n' : (node.textContent ?? '').replace(/\n/g, '');
          paragraphs.push(paragraphs.pop() + said);
        }
      }
      return true;
    };
    walk(body);
    const shown = paragraphs.map((paragraph) => paragraph.replaceAll('\u00a0', ' ').trim());
    return shown.filter(Boolean).join('\n\n');
  });
  return text.replace(/ +$/gm, '').replace(/\s*^On .+ wrote:$/m, '');
}
