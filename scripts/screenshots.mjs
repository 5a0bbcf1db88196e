import { enter } from './door.mjs';

await enter('scripts/screenshots/main.ts', process.argv.slice(2));
