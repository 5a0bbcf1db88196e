import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** The size that the stores want of a picture. */
export const storeSize = { width: 1280, height: 800 } as const;

/** A part of a page, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Book = 'guide' | 'store';

/** Pictures on their way to `<root>/guide/pictures` and `<root>/store/pictures`. */
export interface Album {
  /** The same view twice, `<name>-light.png` and `<name>-dark.png`; all that is in the window, or `clip`. */
  both(page: Page, name: string, clip?: Clip): Promise<void>;
  /** A picture of the whole window for the stores, as they want it: light, and of the size of the window. */
  store(page: Page, name: string): Promise<void>;
  put(book: Book, name: string, png: Uint8Array): void;
  /** A picture that was put there before. */
  read(book: Book, name: string): Uint8Array;
  /** Writes all of them, smaller, and prints their sizes; rejects where one is too large to carry around. */
  finish(): Promise<void>;
}

/** No picture of the documents is larger. */
const mostBytes = 150_000;

export function openAlbum(root: string): Album {
  const taken = new Map<string, { readonly book: Book; readonly png: Uint8Array }>();
  const keyOf = (book: Book, name: string): string => `${book}/pictures/${name}.png`;
  const put: Album['put'] = (book, name, png) => void taken.set(keyOf(book, name), { book, png });
  return {
    async both(page, name, clip) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const part = clip ? { clip } : {};
        put('guide', `${name}-${colorScheme}`, await page.screenshot({ ...part, ...still }));
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
    async store(page, name) {
      await page.emulateMedia({ colorScheme: 'light' });
      put('store', name, await page.screenshot(still));
    },
    put,
    read(book, name) {
      const found = taken.get(keyOf(book, name));
      if (!found) throw new Error(`There is no picture ${name} yet.`);
      return found.png;
    },
    async finish() {
      const tooLarge: string[] = [];
      for (const [key, { book, png }] of taken) {
        const smaller = await smallerPng(png, book);
        const path = join(root, key);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, smaller);
        console.log(`${key}  ${Math.round(smaller.length / 1000)} kB`);
        if (smaller.length > mostBytes) tooLarge.push(key);
      }
      if (tooLarge.length) throw new Error(`Over ${mostBytes} bytes: ${tooLarge.join(', ')}.`);
    },
  };
}

/** In at most 256 colours; for a store every pixel still has its 24 bits, as Chrome's asks for. */
async function smallerPng(png: Uint8Array, book: Book): Promise<Buffer> {
  const few = await sharp(png).png({ palette: true, dither: 0, effort: 10 }).toBuffer();
  return book === 'guide'
    ? few
    : sharp(few).removeAlpha().png({ palette: false, compressionLevel: 9 }).toBuffer();
}

/** Nothing that blinks or moves. */
const still = { caret: 'hide', animations: 'disabled' } as const;
