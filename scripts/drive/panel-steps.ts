import type { PanelProbe } from './panel-probe.ts';
import { panelWords } from './panel-words.ts';
import type { Tab } from './tab.ts';

const launcher = { role: 'button', name: panelWords.launcher };
const notesField = { role: 'textbox', name: panelWords.notes };
const insertButton = { role: 'button', name: panelWords.insert };

/** Clicks the launcher at the editor's corner and waits for the panel's focused notes field. */
export async function openPanel(probe: PanelProbe): Promise<void> {
  await probe.click(await probe.wait(launcher));
  await probe.wait(notesField, ({ focused }) => focused);
}

/** Asks for a draft by keyboard; resolves once it is done and Insert has the focus. */
export async function askForDraft(page: Tab, probe: PanelProbe, notes: string): Promise<void> {
  await page.type(notes);
  await page.press('Control+Enter');
  await probe.wait(insertButton, ({ focused, disabled }) => focused && !disabled, 120_000);
}

/** Takes the finished draft into the mail, by the focused button. */
export const insertDraft = (page: Tab): Promise<void> => page.press('Enter');
