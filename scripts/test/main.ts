import { findChromium, findFirefox } from '../browsers.ts';
import { build, targets } from '../build.ts';
import { command } from './command.ts';
import { type Counts, sum } from './counts.ts';
import { vitest } from './vitest.ts';

/*
 * npm test             everything but the real webmail server and the editors
 * npm test -- --unit   the fast part
 * npm run test:webmail the loop on a real Roundcube
 * npm run test:editors inserting and reading back in every editor
 */
const wants = new Set(process.argv.slice(2));

async function fast(): Promise<Counts[]> {
  // Together: each of them works with one core.
  const checks = await Promise.all([
    command('types', 'npx', ['tsc', '--noEmit']),
    command('types of the learning core', 'npx', ['tsc', '--noEmit', '-p', 'src/learning']),
    command('lint and format', 'npx', ['biome', 'check', '.']),
    command('dead code', 'npx', ['knip']),
  ]);
  return [...checks, await vitest('unit')];
}

async function built(): Promise<void> {
  for (const target of targets) await build(target);
}

async function inBrowsers(): Promise<Counts[]> {
  process.env['PENCHANT_CHROMIUM'] = await findChromium();
  process.env['PENCHANT_FIREFOX'] = await findFirefox();
  await built();
  return [
    await command('store lint', 'npx', storeLint),
    await vitest('waiting'),
    await vitest('e2e'),
    await command('promises', 'npx', ['tsx', 'bench/trust/main.ts', '--quick']),
  ];
}

async function onRoundcube(): Promise<Counts[]> {
  process.env['PENCHANT_CHROMIUM'] = await findChromium();
  await built();
  return [await vitest('roundcube')];
}

async function inEditors(): Promise<Counts[]> {
  process.env['PENCHANT_CHROMIUM'] = await findChromium();
  process.env['PENCHANT_FIREFOX'] = await findFirefox();
  return [await vitest('editors')];
}

const storeLint = ['web-ext', 'lint', '--source-dir', 'dist/firefox', '--no-config-discovery'];

const results: Counts[] = wants.has('--webmail')
  ? await onRoundcube()
  : wants.has('--editors')
    ? await inEditors()
    : wants.has('--unit')
      ? await fast()
      : [...(await fast()), ...(await inBrowsers())];

const { passed, failed, skipped } = sum(results);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
