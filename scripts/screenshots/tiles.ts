import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Album } from './album.ts';

const icon = new URL('../../public/icons/icon.svg', import.meta.url);

/** The two pictures a store puts beside others: 440 × 280 and 1400 × 560, made of our icon and words. */
export async function tiles(context: BrowserContext, album: Album): Promise<void> {
  const svg = await readFile(icon, 'utf8');
  const draft = Buffer.from(album.read('guide', 'draft-light')).toString('base64');
  const page = await context.newPage();
  for (const { name, width, height } of [
    { name: 'tile-440x280', width: 440, height: 280 },
    { name: 'marquee-1400x560', width: 1400, height: 560 },
  ]) {
    await page.setViewportSize({ width, height });
    await page.setContent(tile(svg, width > 1000 ? draft : null));
    await album.store(page, name);
  }
  await page.close();
}

function tile(svg: string, picture: string | null): string {
  const shown = picture ? `<img alt="" src="data:image/png;base64,${picture}">` : '';
  return `<!doctype html><html lang="en"><style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; overflow: hidden;
      background: #f5f4f8; color: #1c1b22; font: 20px/1.4 system-ui, sans-serif; }
    main { box-sizing: border-box; padding: 36px; ${picture ? 'width: 560px; padding-left: 80px; font-size: 26px;' : ''} }
    svg { width: ${picture ? 104 : 72}px; display: block; }
    h1 { margin: 16px 0 8px; font-size: 1.9em; line-height: 1.1; color: #5a3fc0; }
    p { margin: 0; }
    img { border: 1px solid #d8d5e0; border-radius: 12px 0 0 12px; border-right: 0;
      position: absolute; left: 560px; height: 630px; top: -36px; object-fit: cover; object-position: right;
      width: 840px; box-shadow: 0 12px 40px #1c1b2233; }
  </style><main>${svg}<h1>${english.name.message}</h1>
  <p>Mail drafts that learn from your edits.</p></main>${shown}</html>`;
}
