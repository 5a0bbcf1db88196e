import { enter } from './door.mjs';

await enter('scripts/build-all.ts', process.argv.slice(2));
