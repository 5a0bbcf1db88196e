import type { Adapter } from '../types.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { practice } from './practice.ts';
import { roundcube } from './roundcube.ts';

/** Most particular first; the last one takes any page. */
const adapters: readonly Adapter[] = [practice, gmail, roundcube];

/** The adapter of the webmail that this page is; the one for any text field where none knows it. */
export function adapterFor(location: Location, document: Document): Adapter {
  return adapters.find((adapter) => adapter.matches(location, document)) ?? generic;
}
