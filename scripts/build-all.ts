import { build, targets } from './build.ts';
import { run } from './run.ts';

await run('npx', ['tsc', '--noEmit']);
for (const target of targets) console.log(`Built ${await build(target)}`);
