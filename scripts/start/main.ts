import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mailbox, startMailbox } from '../../bench/mailbox/server.ts';
import { findChromium } from '../browsers.ts';
import { type DrivenChromium, driveChromium } from '../drive/chromium.ts';
import { cacheFolder } from './cache-folder.ts';
import { readCommandLine, usage, type Wish } from './command-line.ts';
import { buildInto } from './extension-copy.ts';
import { playAll } from './play-all.ts';
import { summary } from './report.ts';

/* npm start: see `usage` in command-line.ts. */
try {
  const wish = readCommandLine(process.argv.slice(2));
  if (wish.help) console.log(usage);
  else await start(wish);
} catch (thrown) {
  console.error(`\n${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exitCode = 1;
}

async function start(wish: Wish): Promise<void> {
  if (!wish.headless) needDisplay();
  const executable = await findChromium();
  // Practice keeps what it learned; the simulated user begins as a stranger.
  const folder = cacheFolder();
  const extension = join(folder, wish.rounds === null ? 'extension' : 'played-extension');
  console.log('Building the extension …');
  await buildInto(extension, wish.server?.baseUrl ?? null);
  const mailbox = await startMailboxNear(8025);
  try {
    const profile = wish.rounds === null ? join(folder, 'profile') : '';
    const { headless } = wish;
    const browser = await driveChromium({ headless, executable, extension, profile });
    try {
      if (wish.rounds === null) await practise(browser, mailbox.url);
      else {
        const played = playAll(browser, mailbox.url, wish.rounds, wish.server);
        const rounds = await Promise.race([played, interruption().then(stopped)]);
        console.log(`\n${summary(rounds)}`);
        if (wish.json) await writeFile(wish.json, `${JSON.stringify({ rounds }, null, 2)}\n`);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await mailbox.close();
  }
}

/** Opens the mailbox for a person, and stays until the window or this command is closed. */
async function practise({ context }: DrivenChromium, url: string): Promise<void> {
  const blank = context.pages().find((page) => page.url() === 'about:blank');
  const page = blank ?? (await context.newPage());
  await page.goto(url);
  await page.bringToFront();
  console.log(`\nThe practice mailbox is open at ${url}.`);
  console.log('Open a message, press Reply, click into the text, then the round button there.');
  console.log('Close the window or press Ctrl+C to end. What was learned stays for next time.');
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  await Promise.race([closed, interruption()]);
}

/** Ctrl+C, or a request to end: the browser is to be closed before we go. */
function interruption(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done()).once('SIGTERM', () => done());
  });
}

function stopped(): never {
  throw new Error('Stopped before the last round.');
}

async function startMailboxNear(port: number): Promise<Mailbox> {
  try {
    return await startMailbox({ port });
  } catch (thrown) {
    const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
    if (!taken) throw thrown;
    return startMailbox();
  }
}

function needDisplay(): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  throw new Error('There is no display for a window here. Try: npm start -- --headless');
}
