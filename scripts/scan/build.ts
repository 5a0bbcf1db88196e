import { writeFile } from 'node:fs/promises';
import { scanFile, scanSource } from './assemble.ts';

/* npm run scan: assembles scan.wat; run it when that file changes. */
await writeFile(scanFile, await scanSource());
