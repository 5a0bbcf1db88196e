import { enter } from './door.mjs';

await enter('scripts/start/main.ts', process.argv.slice(2));
