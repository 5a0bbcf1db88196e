import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messages } from '../../bench/mailbox/messages.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { insertedText, openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/*
 * The practice mailbox allows no script and no style but its own files. What we draw into it must look
 * as it does elsewhere, and its owner must not find us in the reports of what was forbidden.
 */

declare const window: Window & typeof globalThis & { forbidden: string[] };

describe.each(browserNames)('on a page that forbids styles from elsewhere, in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
  });
  afterAll(() => practice?.close());

  test('launcher, panel and note are drawn, and nothing forbidden is tried', async () => {
    const { page, probe } = practice.desk;
    await page.evaluate(() => {
      window.forbidden = [];
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
        window.forbidden.push(
          [effectiveDirective, blockedURI, sample, sourceFile, lineNumber].join(' '),
        );
      });
    }, null);
    const size = (): Promise<{ position: string; width: number; height: number }> =>
      page.evaluate(() => {
        const host = document.querySelector('penchant-panel');
        const { width = 0, height = 0 } = host?.getBoundingClientRect() ?? {};
        return { position: host ? getComputedStyle(host).position : '', width, height };
      }, null);
    const [mail] = messages;
    if (!mail) throw new Error('There is no mail to answer.');
    await openReply(page, mail.id);
    await probe.wait({ role: 'button', name: panelWords.launcher });
    expect(await size()).toEqual({ position: 'fixed', width: 28, height: 28 });
    await openPanel(probe);
    expect(await size()).toMatchObject({ position: 'fixed', width: 384 });
    await askForDraft(page, probe, 'thanks, I will look at it');
    await insertDraft(page);
    await insertedText(page);
    await probe.wait({ role: 'button', name: english.panel_undo.message });
    expect(await page.evaluate(() => window.forbidden, null)).toEqual([]);
  });
});
