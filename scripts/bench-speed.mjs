import { enter } from './door.mjs';

await enter('bench/speed/main.ts', process.argv.slice(2));
