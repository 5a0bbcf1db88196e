import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a built extension that may run on loopback pages from the start. No script can answer a
 * browser's permission prompt, so practice and tests get by manifest what a user grants by a click;
 * nothing else differs from the package.
 */
export async function practiceCopy(dist: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penchant-practice-'));
  await cp(dist, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  manifest['host_permissions'] = ['http://127.0.0.1/*'];
  await writeFile(path, JSON.stringify(manifest, null, 2));
  return folder;
}
