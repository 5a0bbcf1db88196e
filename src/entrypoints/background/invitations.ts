import { browser } from '../../browser/extension.ts';
import { frameOfCaret } from '../../browser/here.ts';
import { putCoreInto, putPanelInto } from '../../browser/sites.ts';
import { t } from '../../browser/text.ts';
import type { ToTab } from '../../protocol/draft-port.ts';

const menuId = 'draft';

/** Opens the panel where the caret is; the command, menu or toolbar click was the permission for it. */
export async function openPanel(tabId: number): Promise<void> {
  const frameId = await frameOfCaret(tabId);
  await putCoreInto(tabId, frameId);
  await putPanelInto(tabId, frameId);
  const request: ToTab = { to: 'tab', type: 'open-panel' };
  await browser.tabs.sendMessage(tabId, request, { frameId });
}

/** Keyboard command and context menu. To be registered in the first turn of the background. */
export function onInvitation(failed: (thrown: unknown) => void): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-panel' && tab?.id !== undefined) {
      await openPanel(tab.id).catch(failed);
    }
  });
  browser.contextMenus.onClicked.addListener(async (info, tab) => {
    if (info.menuItemId === menuId && tab?.id !== undefined) {
      await openPanel(tab.id).catch(failed);
    }
  });
}

/** The menu survives restarts, so it is made only when the extension is installed or updated. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: menuId, title: t('menu_draft'), contexts: ['editable'] });
}
