import { enter } from './door.mjs';

await enter('bench/learning/facts/main.ts', process.argv.slice(2));
