import { enter } from './door.mjs';

await enter('scripts/package-all.ts', process.argv.slice(2));
