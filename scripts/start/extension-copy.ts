import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../build.ts';
import { practiceCopy } from '../practice-copy.ts';

/**
 * Builds the extension into `folder` with what practice needs. The folder stays the same from start to
 * start because the browser derives the extension's identity, and so its memory, from the path.
 * `host` is a server outside this machine that drafts come from; no script can grant it by a click.
 */
export async function buildInto(folder: string, host: string | null): Promise<void> {
  const copy = await practiceCopy(await build('chrome'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(copy, folder, { recursive: true });
  await rm(copy, { recursive: true });
  if (host) await allowHost(join(folder, 'manifest.json'), host);
}

async function allowHost(path: string, host: string): Promise<void> {
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  const known = manifest['host_permissions'];
  const { protocol, hostname } = new URL(host);
  manifest['host_permissions'] = [
    ...(Array.isArray(known) ? known : []),
    `${protocol}//${hostname}/*`,
  ];
  await writeFile(path, JSON.stringify(manifest, null, 2));
}
