import type { BenchOptions } from './bench-options.ts';
import { openModels } from './model/open-models.ts';
import { openPlumeWorld } from './plume/world.ts';
import { openPreludeWorld } from './prelude/world.ts';
import type { Apart } from './report/outcome.ts';
import { openScriptedWorld } from './scripted/world.ts';
import { choosePersonas } from './scripted-personas.ts';
import type { OpenWorld } from './types.ts';

/** A world to be opened for each seed. */
export interface OpenedWorld {
  readonly open: OpenWorld;
  /** Users that are shown apart from the others: the shipped ones held out, and the drawn ones. */
  readonly apart: Apart;
  /** What there is to say once everything was played, a sentence each. */
  readonly remarks: () => readonly string[];
}

/** The world that was asked for; rejects with a sentence that says what is missing or wrong. */
export async function openWorld(options: BenchOptions): Promise<OpenedWorld> {
  return options.world === 'scripted' ? scripted(options) : modelled(options);
}

async function scripted(options: BenchOptions): Promise<OpenedWorld> {
  const { rounds, errors } = options;
  if (options.models.kind !== 'builtin') {
    throw new Error('--world scripted needs no model: leave out --model, or take --world prelude.');
  }
  const { personas, ...apart } = await choosePersonas(options);
  return {
    open: openScriptedWorld({ personas, rounds, errors }),
    apart,
    remarks: () => [],
  };
}

async function modelled(options: BenchOptions): Promise<OpenedWorld> {
  const { world, data, rounds, shuffle, task, faithful, concurrency } = options;
  const models = await openModels({ ...options.models, concurrency });
  const parts = { ...models, dataFiles: data, rounds, shuffle, task };
  return {
    open:
      world === 'plume'
        ? openPlumeWorld(parts)
        : openPreludeWorld({ ...parts, faithful, recipients: 'given' }),
    apart: { heldOut: new Set(), drawn: new Set() },
    remarks: () => {
      const { asked, hits, tokens } = models.spent();
      return [
        `${asked} replies were looked up in the cache and ${hits} found; ${tokens} tokens were spent.`,
      ];
    },
  };
}
