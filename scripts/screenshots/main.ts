import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startMailbox } from '../../bench/mailbox/server.ts';
import { findChromium, findFirefox } from '../browsers.ts';
import { build } from '../build.ts';
import { driveChromium } from '../drive/chromium.ts';
import { driveFirefox } from '../drive/firefox.ts';
import { practiceCopy } from '../practice-copy.ts';
import { setUp, sitDown } from '../start/play-all.ts';
import { type Album, openAlbum } from './album.ts';
import { dashboardPictures } from './dashboard-pictures.ts';
import { firefoxPictures } from './firefox-pictures.ts';
import { haveAPast } from './have-a-past.ts';
import { mailPictures } from './mail-pictures.ts';
import { popupPictures } from './popup-pictures.ts';
import { tiles } from './tiles.ts';
import { welcomePictures } from './welcome-pictures.ts';

const usage = `npm run screenshots             takes every picture of docs/guide and docs/store from the built extension
  --out FOLDER                  into FOLDER/guide/pictures and FOLDER/store/pictures instead of docs`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    out: { type: 'string', default: 'docs' },
  },
});

/** Fixed, for it is seen in the popup. */
const mailboxPort = 8025;

if (values.help) console.log(usage);
else await takeAll(openAlbum(resolve(values.out)));

async function takeAll(album: Album): Promise<void> {
  const mailbox = await startMailbox({ port: mailboxPort });
  try {
    await inChromium(album, mailbox.url);
    await inFirefox(album, mailbox.url);
  } finally {
    await mailbox.close();
  }
  await album.finish();
}

async function inChromium(album: Album, mailboxUrl: string): Promise<void> {
  const extension = await practiceCopy(await build('chrome'));
  const executable = await findChromium();
  const browser = await driveChromium({ executable, extension, profile: '', headless: true });
  try {
    const desk = await sitDown(browser, mailboxUrl);
    await setUp(desk, null);
    await haveAPast(desk.own);
    await dashboardPictures(browser, album);
    await welcomePictures(browser, album);
    await mailPictures(browser, desk, album);
    await popupPictures(browser, desk, album);
    await tiles(browser.context, album);
  } finally {
    await browser.close();
    await rm(extension, { recursive: true, force: true });
  }
}

async function inFirefox(album: Album, mailboxUrl: string): Promise<void> {
  const extension = await practiceCopy(await build('firefox'));
  const browser = await driveFirefox({ executable: await findFirefox(), extension });
  try {
    const desk = await sitDown(browser, mailboxUrl);
    await setUp(desk, null);
    await haveAPast(desk.own);
    await firefoxPictures(browser, desk, album);
  } finally {
    await browser.close();
    await rm(extension, { recursive: true, force: true });
  }
}
