import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { build, targets } from '../../../scripts/build.ts';
import { type Row, row } from '../row.ts';

/** Smaller files are added up. */
const worthARow = 20_000;

/** What is in the package of each browser, without model weights: there are none in it. */
export async function measureFiles(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const target of targets) {
    await build(target);
    rows.push(...(await filesOf(target)));
  }
  return rows;
}

async function filesOf(target: string): Promise<Row[]> {
  const folder = join('dist', target);
  const files = await Promise.all(
    globSync('**/*', { cwd: folder }).map(async (path) => {
      const bytes = await readFile(join(folder, path));
      return { path, size: bytes.length, packed: gzipSync(bytes).length };
    }),
  );
  const large = files.filter(({ size }) => size >= worthARow).sort((a, b) => b.packed - a.packed);
  const rest = files.filter(({ size }) => size < worthARow);
  const sum = (some: typeof files): number => some.reduce((all, { packed }) => all + packed, 0);
  const unit = 'bytes gzip';
  return [
    row({ name: `${target}, all ${files.length} files`, value: sum(files), unit }),
    ...large.map(({ path, packed }) => row({ name: `… ${path}`, value: packed, unit })),
    row({ name: `… ${rest.length} files below 20 kB`, value: sum(rest), unit }),
  ];
}
