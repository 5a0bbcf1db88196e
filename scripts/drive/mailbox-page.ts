import type { Tab } from './tab.ts';

const editor = 'form.compose [data-role=editor]';

/** Opens a message from the list and its reply, and puts the caret into the empty editor. */
export async function openReply(page: Tab, messageId: string): Promise<void> {
  await page.front();
  await page.click(`nav a[href="#/message/${messageId}"]`);
  await page.click(`article.message a[href$="${messageId}/reply"]`);
  await clickIntoEditor(page);
}

/** Clicks the first line: the middle of the editor may be the signature or the quote. */
export async function clickIntoEditor(page: Tab): Promise<void> {
  await page.until((selector) => document.querySelector(selector), editor);
  const { x, y } = await page.evaluate((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 24 };
  }, editor);
  await page.clickAt(x, y);
}

/** The user's own lines in the editor, read with the mailbox's own eyes. */
export function ownText(page: Tab): Promise<string> {
  return page.evaluate((selector) => {
    const element = document.querySelector(selector);
    // The mailbox puts its reader there for us.
    const reader = globalThis as unknown as { ownText(editor: Element): string };
    return element ? reader.ownText(element) : '';
  }, editor);
}

/** Waits until the editor holds text of the user's own, and answers it. */
export async function insertedText(page: Tab): Promise<string> {
  await page.until((selector) => {
    const element = document.querySelector(selector);
    if (element instanceof HTMLTextAreaElement) return !/^\s*(-- |>|$)/.test(element.value);
    const first = element?.firstElementChild;
    return first && !first.matches('.signature') && first.textContent?.trim();
  }, editor);
  return ownText(page);
}

/** Presses Send and waits until the mailbox says that the message is gone. */
export async function sendMail(page: Tab): Promise<void> {
  await page.click('form.compose button[name=send]');
  await page.until(
    () => document.querySelector('[role=status]')?.textContent?.includes('Message sent'),
    null,
  );
}
