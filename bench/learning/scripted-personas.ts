import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import type { BenchOptions } from './bench-options.ts';
import { drawPersonas } from './scripted/draw-persona.ts';
import { heldOutPersonas } from './scripted/held-out-personas.ts';
import { type Persona, readPersona } from './scripted/persona.ts';

const folder = fileURLToPath(new URL('./personas/', import.meta.url));

/**
 * The users to play: those of the given files or else those that ship, with `heldOut` the held-out
 * ones that ship besides, and the drawn ones. Rejects with a sentence for a file that is no persona.
 */
export async function choosePersonas({
  personas: files,
  heldOut: withHeldOut,
  drawn: { count, seed },
}: Pick<BenchOptions, 'personas' | 'heldOut' | 'drawn'>): Promise<{
  readonly personas: readonly Persona[];
  readonly heldOut: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
}> {
  const shipped = await readAll((await glob('*.json', { cwd: folder, absolute: true })).sort());
  const isHeldOut = ({ name }: Persona): boolean => heldOutPersonas.includes(name);
  const own =
    files.length > 0 ? await readAll(files) : shipped.filter((persona) => !isHeldOut(persona));
  const apart = withHeldOut ? shipped.filter(isHeldOut) : [];
  const drawn = drawPersonas(seed, count);
  return { personas: [...own, ...apart, ...drawn], heldOut: namesOf(apart), drawn: namesOf(drawn) };
}

const namesOf = (personas: readonly Persona[]): ReadonlySet<string> =>
  new Set(personas.map(({ name }) => name));

const readAll = (files: readonly string[]): Promise<Persona[]> =>
  Promise.all(files.map(readPersona));
