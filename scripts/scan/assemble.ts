import { readFile } from 'node:fs/promises';
import openWabt from 'wabt';

/** Where the module's text lies, and the file it is assembled into. */
export const scanText = 'src/embeddings/scan/scan.wat';
export const scanFile = 'src/embeddings/scan/scan-module.ts';

/** A module of WebAssembly from its text; throws with line and column where that is wrong. */
export async function assemble(path: string): Promise<Uint8Array> {
  const wabt = await openWabt();
  const parsed = wabt.parseWat(path, await readFile(path, 'utf8'), { simd: true });
  try {
    parsed.validate();
    return parsed.toBinary({}).buffer;
  } finally {
    parsed.destroy();
  }
}

/** The source file that holds the module: small enough to lie in the code, so nothing is fetched. */
export async function scanSource(): Promise<string> {
  const letters = Buffer.from(await assemble(scanText)).toString('base64');
  const lines = letters.match(/.{1,88}/g) ?? [];
  return `/* Made from scan.wat by \`npm run scan\`; do not change it by hand. */
const module = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');

/** The bytes of the WebAssembly module that \`fast-rows.ts\` runs. */
export const scanModule = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
`;
}
