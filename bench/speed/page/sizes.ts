import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, row } from '../row.ts';
import type { Sides } from './sides.ts';

/** What is put into a page: always, at the first focus, and with the first panel. */
export async function sizes({ dist }: Sides): Promise<Row[]> {
  const file = (name: string): Promise<Buffer> => readFile(join(dist, `${name}.js`));
  const packed = async (name: string): Promise<number> => gzipSync(await file(name)).length;
  return [
    row({ name: 'stub', value: (await file('stub')).length, unit: 'bytes', atMost: 2_000 }),
    row({
      name: 'core, at the first focus',
      value: await packed('content'),
      unit: 'bytes gzip',
      atMost: 30_000,
    }),
    row({
      name: 'panel, when one is near',
      value: await packed('panel'),
      unit: 'bytes gzip',
    }),
  ];
}
