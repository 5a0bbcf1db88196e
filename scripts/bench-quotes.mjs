import { enter } from './door.mjs';

await enter('bench/quotes/main.ts', process.argv.slice(2));
