import { Fault } from '../learning/fault.ts';
import { downloadFile } from './download-file.ts';
import { isExactly } from './is-exactly.ts';
import type { ModelEntry, ModelFile } from './model-entry.ts';

/** What we need of the Cache API; keys are the addresses of `ModelEntry.base`. */
export interface FileCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
  delete(address: string): Promise<boolean>;
}

/** Where model files may already be. */
export interface ModelFileSources {
  /** A file of our own package, by its path there; `null` where the package has none. */
  readonly packaged: (path: string) => Promise<Response | null>;
  readonly cache: FileCache;
}

export interface ModelFileDownload extends ModelFileSources {
  readonly fetch: typeof fetch;
  /** Told after each piece: bytes so far and about how many there will be. */
  readonly onProgress: (loaded: number, total: number) => void;
}

export type ModelFilePlace = 'packaged' | 'cached' | 'downloaded';

/** One file of the model from where `whereModelFilesAre` found it; `null` for one that is not there. */
export async function openModelFile(
  entry: ModelEntry,
  path: string,
  place: 'packaged' | 'cached',
  sources: ModelFileSources,
): Promise<Response | null> {
  if (!entry.files.some((file) => file.path === path)) return null;
  if (place === 'packaged') return sources.packaged(packagedPath(entry, path));
  return (await sources.cache.match(entry.base + path)) ?? null;
}

/** Looks without reading or downloading anything; `null` while a file is missing. */
export async function whereModelFilesAre(
  entry: ModelEntry,
  sources: ModelFileSources,
): Promise<'packaged' | 'cached' | null> {
  if (await isPackaged(entry, sources)) return 'packaged';
  const kept = await Promise.all(
    entry.files.map(({ path }) => sources.cache.match(entry.base + path)),
  );
  return kept.includes(undefined) ? null : 'cached';
}

/** Deletes what was downloaded of the model. */
export async function deleteModelFiles(entry: ModelEntry, cache: FileCache): Promise<void> {
  await Promise.all(entry.files.map(({ path }) => cache.delete(entry.base + path)));
}

/** The downloads that are running, by the address they come from, with everybody who watches. */
const running = new Map<
  string,
  {
    readonly done: Promise<ModelFilePlace>;
    readonly watchers: Set<ModelFileDownload['onProgress']>;
  }
>();

/**
 * Makes sure that all files of the model are there, and downloads the ones that are not. Nothing is
 * kept unless its SHA-256 is the catalogue's. A second call while one runs joins it; one after an
 * interrupted download takes up where that ended, file by file. Rejects with `wrong-hash` (the
 * file), `download-failed` (the host) or `storage-full`.
 */
export async function ensureModelFiles(
  entry: ModelEntry,
  download: ModelFileDownload,
): Promise<ModelFilePlace> {
  const joined = running.get(entry.base);
  if (joined) {
    joined.watchers.add(download.onProgress);
    return joined.done;
  }
  const watchers = new Set([download.onProgress]);
  const tell = (loaded: number, total: number) => {
    for (const watcher of watchers) watcher(loaded, total);
  };
  const done = fillIn(entry, { ...download, onProgress: tell }).finally(() =>
    running.delete(entry.base),
  );
  running.set(entry.base, { done, watchers });
  return done;
}

async function fillIn(entry: ModelEntry, download: ModelFileDownload): Promise<ModelFilePlace> {
  // The browser vouches for the package as a whole, so its files are not checked one by one.
  if (await isPackaged(entry, download)) return 'packaged';
  const total = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  let place: ModelFilePlace = 'cached';
  for (const file of entry.files) {
    if (!(await isKept(entry, file, download.cache))) {
      place = 'downloaded';
      const start = before;
      const address = entry.base + file.path;
      const bytes = await downloadFile(address, download.fetch, (loaded) =>
        download.onProgress(start + loaded, total),
      );
      if (!(await isExactly(bytes, file.sha256))) throw new Fault('wrong-hash', file.path);
      await keep(download.cache, address, bytes);
    }
    before += file.bytes;
    download.onProgress(before, total);
  }
  return place;
}

/** Checked again each time: a file that was damaged on the disk is thrown away. */
async function isKept(entry: ModelEntry, file: ModelFile, cache: FileCache): Promise<boolean> {
  const address = entry.base + file.path;
  const kept = await cache.match(address);
  if (!kept) return false;
  if (await isExactly(await kept.arrayBuffer(), file.sha256)) return true;
  await cache.delete(address);
  return false;
}

async function keep(cache: FileCache, address: string, bytes: BufferSource): Promise<void> {
  try {
    await cache.put(address, new Response(bytes));
  } catch (thrown) {
    throw new Fault('storage-full', address, { cause: thrown });
  }
}

/** The package holds the whole model or nothing of it, so its first file answers for all. */
async function isPackaged(entry: ModelEntry, sources: ModelFileSources): Promise<boolean> {
  const [first] = entry.files;
  if (!first) return false;
  return (await sources.packaged(packagedPath(entry, first.path))) !== null;
}

function packagedPath(entry: ModelEntry, path: string): string {
  return `models/${entry.id}/${path}`;
}
