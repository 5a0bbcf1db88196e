import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the method learns in plain Node: no page, network, clock or randomness', async () => {
  const script = fileURLToPath(new URL('./loop-in-node.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
  const result: unknown = JSON.parse(stdout);
  const learned = [expect.any(Number), 0, 0, 0];
  expect(result).toEqual({
    dom: 'undefined',
    penchant: learned,
    'cipher-1': learned,
    'cipher-5': learned,
  });
  expect(result).not.toMatchObject({ penchant: [0] });
}, 30_000);
