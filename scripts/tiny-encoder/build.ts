import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tinyEncoderFiles } from './tiny-encoder.ts';

/** `npx tsx scripts/tiny-encoder/build.ts FOLDER` writes the tiny encoder for tests into FOLDER. */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where: npx tsx scripts/tiny-encoder/build.ts FOLDER');
  process.exit(1);
}
for (const [path, bytes] of tinyEncoderFiles()) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${file}  ${bytes.length} bytes`);
}
