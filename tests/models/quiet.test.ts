import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { guardNetwork } from '../../bench/trust/network-guard.ts';
import { tryQuiet } from '../../bench/trust/quiet.ts';

test('drafting and learning ask nobody but the model that was switched on', {
  timeout: 60_000,
}, async () => {
  const { failures, examples, trials } = await tryQuiet(8);
  expect(examples).toEqual([]);
  expect(failures).toBe(0);
  expect(trials).toBe(48);
});

test('the guard sees a request, its socket and its look-up, and nothing once it is gone', async () => {
  const server = createServer((_, response) => void response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const guard = guardNetwork();
  await fetch(`http://127.0.0.1:${port}/`);
  await fetch('https://models.invalid/').catch(() => undefined);
  guard.end();
  await fetch(`http://127.0.0.1:${port}/`);
  server.closeAllConnections();
  server.close();
  expect(guard.seen.filter((way) => way === `request http://127.0.0.1:${port}`)).toHaveLength(1);
  expect(guard.seen).toContain(`socket 127.0.0.1:${port}`);
  expect(guard.seen.some((way) => way.includes('models.invalid'))).toBe(true);
});
