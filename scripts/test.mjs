import { enter } from './door.mjs';

await enter('scripts/test/main.ts', process.argv.slice(2));
