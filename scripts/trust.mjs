import { enter } from './door.mjs';

await enter('bench/trust/main.ts', process.argv.slice(2));
