import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import type { Played } from './cell.ts';
import { readCommandLine } from './command-line.ts';
import { openEmbedder } from './embedder.ts';
import { sumOf } from './figures/share.ts';
import { type OpenedWorld, openWorld } from './open-world.ts';
import { playHere } from './play-here.ts';
import { playInThreads } from './play-in-threads.ts';
import { showProgress } from './progress.ts';
import { costAgainstTokens } from './report/cost-against-tokens.ts';
import { figuresFile } from './report/figures-file.ts';
import { learningCurves } from './report/learning-curves.ts';
import { createOutcome } from './report/outcome.ts';
import { noiseSentence, reportText } from './report/report-text.ts';
import type { World } from './types.ts';
import { usage } from './usage.ts';

/* npm run bench:learning: see `usage.ts`. */
try {
  const options = readCommandLine(process.argv.slice(2));
  if (options === null) console.log(usage);
  else process.exitCode = await bench(options);
} catch (thrown) {
  console.error(`\n${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exitCode = 1;
}

/** Plays, prints and writes what was asked for; the exit code is 1 where a run is missing. */
async function bench(options: BenchOptions): Promise<number> {
  const found = await openWorld(options);
  const worlds = await openSeeds(found, options.seeds);
  const played = await play(options, worlds);
  const remarks = [...(await remarksOf(worlds)), ...found.remarks()];
  const outcome = createOutcome(played, found.apart, remarks);
  console.log(reportText(options, outcome));
  if (options.json !== null) await write(options.json, figuresFile(options, outcome));
  if (options.svg !== null) {
    await write(join(options.svg, 'learning-curves.svg'), await learningCurves(outcome.runs));
    await write(
      join(options.svg, 'cost-against-tokens.svg'),
      await costAgainstTokens(outcome.figures),
    );
  }
  return played.missing.length === 0 ? 0 : 1;
}

async function openSeeds({ open }: OpenedWorld, seeds: number): Promise<Map<number, World>> {
  const worlds = new Map<number, World>();
  for (let seed = 1; seed <= seeds; seed += 1) worlds.set(seed, await open(seed));
  return worlds;
}

async function play(options: BenchOptions, worlds: ReadonlyMap<number, World>): Promise<Played> {
  const { agents, concurrency } = options;
  const cells = [...worlds].flatMap(([seed, { users }]) =>
    users.map((user) => ({ seed, user: user.name, rounds: user.rounds.length })),
  );
  const progress = showProgress(sumOf(cells, ({ rounds }) => rounds) * agents.length);
  try {
    // A scripted world only computes; the others wait for servers most of the time.
    return options.world === 'scripted'
      ? await playInThreads(options, cells, progress.advance)
      : await playHere(
          { worlds, agents, embedder: await openEmbedder(options), concurrency },
          progress.advance,
        );
  } finally {
    progress.stop();
  }
}

/** What went wrong without ending a run, and how much users change texts that are their own already. */
async function remarksOf(worlds: ReadonlyMap<number, World>): Promise<string[]> {
  const remarks: string[] = [];
  for (const [seed, world] of worlds) {
    const said = [...(world.notes?.() ?? [])];
    const noise = await world.userNoise?.().catch(() => null);
    if (noise) said.push(noiseSentence(noise));
    remarks.push(...said.map((sentence) => `Seed ${seed}: ${sentence}`));
  }
  return remarks;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
