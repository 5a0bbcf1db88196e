import { browser } from './extension.ts';

/** The keys that open the panel, such as `Alt+Shift+D`; empty where the user or another extension took them. */
export async function panelShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'open-panel')?.shortcut ?? '';
}

/** Opens the browser's own page for the keys of extensions. */
export async function changeShortcut(): Promise<void> {
  if (__BROWSER__ === 'firefox') await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
