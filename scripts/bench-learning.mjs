import { enter } from './door.mjs';

await enter('bench/learning/main.ts', process.argv.slice(2));
