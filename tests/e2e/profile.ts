import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file of a profile in which one of the texts stands, in the one or two bytes a letter of browsers. */
export async function filesWith(profile: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
  ]);
  const found: string[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) found.push(path.slice(profile.length));
  }
  return found;
}
