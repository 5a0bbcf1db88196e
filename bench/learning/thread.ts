import { parentPort, workerData } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { BenchOptions } from './bench-options.ts';
import { playCell } from './cell.ts';
import { openEmbedder } from './embedder.ts';
import { openWorld } from './open-world.ts';
import type { CellName, Told } from './play-in-threads.ts';
import type { World } from './types.ts';

/* One of the threads of play-in-threads.ts: plays the cells it is sent, one after the other. */
const options: BenchOptions = workerData;
const { open } = await openWorld(options);
const embedder = await openEmbedder(options);
const worlds = new Map<number, Promise<World>>();
const oneByOne = pLimit(1);

const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on('message', ({ seed, user }: CellName) => void play(seed, user));

async function play(seed: number, name: string): Promise<void> {
  const opening = worlds.get(seed) ?? open(seed);
  worlds.set(seed, opening);
  const world = await opening;
  const user = world.users.find((one) => one.name === name);
  if (!user) throw new Error(`The world of seed ${seed} has no user called ${name}.`);
  const played = await playCell(
    { world, seed, user, agents: options.agents, embedder },
    oneByOne,
    (count) => tell({ kind: 'rounds', count }),
  );
  tell({ kind: 'cell', played });
}
