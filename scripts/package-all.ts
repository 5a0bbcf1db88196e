import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { build, targets } from './build.ts';
import { run } from './run.ts';

/** The first moment a zip can tell: the same files give the same bytes on every day. */
const whenever = new Date(1980, 0, 1);

await run('npx', ['tsc', '--noEmit']);
for (const target of targets) {
  const folder = await build(target);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const files: Zippable = {};
  for (const path of paths) {
    files[path] = [await readFile(join(folder, path)), { mtime: whenever, level: 9 }];
  }
  const zip = zipSync(files);
  const name = `dist/penchant-${target}.zip`;
  await writeFile(name, zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  console.log(`${name}  ${(zip.length / 1024).toFixed(0)} KiB  sha256 ${hash}`);
}
