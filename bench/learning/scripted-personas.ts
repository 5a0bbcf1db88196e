import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import type { BenchOptions } from './bench-options.ts';
import { heldOutPersonas } from './scripted/held-out-personas.ts';
import { type Persona, readPersona } from './scripted/persona.ts';

const folder = fileURLToPath(new URL('./personas/', import.meta.url));

/**
 * The users to play: those of the given files or else those that ship, and with `heldOut` the held-out
 * ones that ship besides. Rejects with a sentence for a file that is no persona.
 */
export async function choosePersonas({
  personas: files,
  heldOut: withHeldOut,
}: Pick<BenchOptions, 'personas' | 'heldOut'>): Promise<{
  readonly personas: readonly Persona[];
  readonly heldOut: ReadonlySet<string>;
}> {
  const shipped = await readAll((await glob('*.json', { cwd: folder, absolute: true })).sort());
  const isHeldOut = ({ name }: Persona): boolean => heldOutPersonas.includes(name);
  const own =
    files.length > 0 ? await readAll(files) : shipped.filter((persona) => !isHeldOut(persona));
  const apart = withHeldOut ? shipped.filter(isHeldOut) : [];
  return { personas: [...own, ...apart], heldOut: new Set(apart.map(({ name }) => name)) };
}

const readAll = (files: readonly string[]): Promise<Persona[]> =>
  Promise.all(files.map(readPersona));
