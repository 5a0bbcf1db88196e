import { owner } from '../../bench/mailbox/messages.ts';
import { askExtension, changeSettings } from '../drive/ask-extension.ts';
import { type Desk, playRound } from '../drive/play.ts';
import type { Driven } from '../drive/tab.ts';
import type { Wish } from './command-line.ts';
import { heading, type Round, roundLines } from './report.ts';
import { planRounds } from './rounds.ts';

/** Lets the simulated user answer `count` mails, and prints each round as it ends. */
export async function playAll(
  browser: Driven,
  mailboxUrl: string,
  count: number,
  server: Wish['server'],
): Promise<Round[]> {
  const desk = await sitDown(browser, mailboxUrl);
  await setUp(desk, server);
  console.log(`\n${heading}`);
  const rounds: Round[] = [];
  for (const [index, planned] of planRounds(count).entries()) {
    const round = await playRound(desk, planned, index + 1).catch((thrown: unknown) => {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      throw new Error(`Round ${index + 1}, answering ${planned.messageId}: ${why}`);
    });
    rounds.push(round);
    console.log(roundLines(round));
  }
  return rounds;
}

/** Opens the tabs the loop needs: one of the extension's own, and the mailbox in front. */
export async function sitDown(browser: Driven, mailboxUrl: string): Promise<Desk> {
  const own = await browser.openOurs('options.html');
  await own.until(
    async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
    null,
  );
  const page = await browser.open(mailboxUrl);
  return { page, probe: await browser.probe(page), own };
}

/** What a person does on the welcome page: says who they are, and who writes the drafts. */
export async function setUp({ own }: Desk, server: Wish['server']): Promise<void> {
  await changeSettings(own, (settings) => ({
    ...settings,
    name: owner.name,
    writer: server ? { ...settings.writer, kind: 'openai', ...server } : settings.writer,
  }));
  const key = process.env['OPENAI_API_KEY'];
  if (server && key) {
    await askExtension(own, 'settings.key', { host: new URL(server.baseUrl).host, key });
  }
}
