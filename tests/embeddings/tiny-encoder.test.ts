import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tinyEncoderFiles } from '../../scripts/tiny-encoder/tiny-encoder.ts';

it('is written by its command, byte for byte the same each time, and small', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-encoder-'));
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/tiny-encoder/build.ts', folder]);
    for (const [path, bytes] of tinyEncoderFiles()) {
      expect(readFileSync(join(folder, path)).equals(bytes), path).toBe(true);
      expect(bytes.length).toBeLessThan(100_000);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
