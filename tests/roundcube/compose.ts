import type { FrameLocator, Page } from 'playwright-core';
import { stepsBetween } from '../../scripts/drive/editing.ts';
import type { ComposeMode } from './server/roundcube.ts';

/** What a person does in Roundcube's compose page, in either of its editors. */
export interface ComposeHands {
  /** Opens the reply to a message of the inbox and clicks into the first line of the editor. */
  openReply(uid: number): Promise<void>;
  /** The lines above the quote, as they stand on the screen. */
  ownText(): Promise<string>;
  /** Makes `after` of `before`, which must stand at the top of the editor, with real keys. */
  edit(before: string, after: string): Promise<void>;
  send(): Promise<void>;
}

/** Hands for a page on which somebody is logged in. */
export function composeHands(page: Page, url: string, mode: ComposeMode): ComposeHands {
  const frame = page.frameLocator('iframe#composebody_ifr');
  const press = (key: string) => page.keyboard.press(key);
  return {
    openReply: async (uid) => {
      await page.goto(`${url}?_task=mail&_action=compose&_reply_uid=${uid}&_mbox=INBOX`);
      const editor =
        mode === 'plain' ? page.locator('#composebody') : frame.locator('body#tinymce');
      // Below the little toolbar that Roundcube lays over the top of its textarea.
      await editor.click({ position: { x: 300, y: mode === 'plain' ? 60 : 12 } });
      await press('Control+Home');
    },
    ownText: () => (mode === 'plain' ? plainText(page) : htmlText(frame)),
    edit: async (before, after) => {
      await press('Control+Home');
      for (const step of stepsBetween(asKeys(before, mode), asKeys(after, mode))) {
        if (step.kind === 'type') await typeKeys(page, step.text);
        else {
          const key = step.kind === 'pass' ? 'ArrowRight' : 'Delete';
          for (let pressed = 0; pressed < step.characters; pressed++) await press(key);
        }
      }
    },
    send: async () => {
      await page.click('button.send');
      await page.waitForURL(/_task=mail(?!.*_action=compose)/);
    },
  };
}

/** In TinyMCE a paragraph ends with one key, and a line within it with another. */
const paragraphEnd = '\u2029';

function asKeys(text: string, mode: ComposeMode): string {
  return mode === 'plain' ? text : text.replaceAll('\n\n', paragraphEnd);
}

async function typeKeys(page: Page, text: string): Promise<void> {
  for (const part of text.split(/([\n\u2029])/)) {
    if (part === paragraphEnd) await page.keyboard.press('Enter');
    else if (part === '\n') await page.keyboard.press('Shift+Enter');
    else await page.keyboard.type(part);
  }
}

async function plainText(page: Page): Promise<string> {
  const value = await page.locator('#composebody').inputValue();
  return aboveQuote(value);
}

/** What of a plain text stands above the line that introduces the quote. */
export function aboveQuote(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const quote = lines.findIndex((line) => line.startsWith('>'));
  const end = quote === -1 ? lines.length : introduction(lines, quote);
  return lines.slice(0, end).join('\n').trim();
}

/** "On … wrote:" may be wrapped; it begins after the last blank line above it. */
function introduction(lines: readonly string[], quote: number): number {
  let start = quote;
  while (start > 0 && lines[start - 1]?.trim() === '') start--;
  while (start > 0 && lines[start - 1]?.trim() !== '') start--;
  return start;
}

async function htmlText(frame: FrameLocator): Promise<string> {
  return frame.locator('body#tinymce').evaluate((body) => {
    const paragraphs: string[] = [];
    for (const element of body.children) {
      if (element.matches('#reply-intro, blockquote')) break;
      const clone = element.cloneNode(true);
      const parts = [...clone.childNodes].map((node) =>
        node.nodeName === 'BR' ? '\n' : (node.textContent ?? ''),
      );
      paragraphs.push(parts.join('').replaceAll('\u00a0', ' ').trim());
    }
    return paragraphs.filter(Boolean).join('\n\n');
  });
}
