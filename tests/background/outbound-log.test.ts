import { expect, test, vi } from 'vitest';
import { createOutboundLog, type Shelf } from '../../src/entrypoints/background/outbound-log.ts';
import type { OutboundRequest } from '../../src/models/outbound.ts';

function memoryShelf(): Shelf & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async (name) => structuredClone(kept.get(name)),
    write: async (name, value) => void kept.set(name, structuredClone(value)),
    remove: async (name) => void kept.delete(name),
  };
}

const request = (at: number, body = 'Hi'): OutboundRequest => ({
  at,
  method: 'POST',
  host: 'models.example',
  path: '/v1/chat/completions',
  purpose: 'draft',
  bytes: body.length,
  milliseconds: 7,
  status: 200,
  body,
});

test('what was noted at once is read in order, also by the next worker', async () => {
  const shelf = memoryShelf();
  const log = createOutboundLog(shelf);
  for (const at of [1, 2, 3]) log.note(request(at));
  log.left(2);
  await log.read();
  const read = await createOutboundLog(shelf).read();
  expect(read.map(({ at, left }) => [at, left])).toEqual([
    [3, 2],
    [2, 0],
    [1, 0],
  ]);
});

test('what is left of placeholders belongs to the mail, not to a file that was fetched since', async () => {
  const log = createOutboundLog(memoryShelf());
  log.note(request(1));
  log.note({ ...request(2), purpose: 'encoder' });
  log.left(3);
  expect((await log.read()).map(({ left }) => left)).toEqual([0, 3]);
});

test('the last 500 are kept', async () => {
  const log = createOutboundLog(memoryShelf());
  for (let at = 0; at < 510; at++) log.note(request(at));
  const read = await log.read();
  expect([read.length, read[0]?.at, read.at(-1)?.at]).toEqual([500, 509, 10]);
});

test('of long ones fewer, at most 2 MB', async () => {
  const log = createOutboundLog(memoryShelf());
  for (let at = 0; at < 100; at++) log.note(request(at, 'x'.repeat(16_000)));
  const read = await log.read();
  expect(read[0]?.at).toBe(99);
  expect(JSON.stringify(read).length * 2).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(read.length).toBeGreaterThan(50);
});

test('erased is erased', async () => {
  const shelf = memoryShelf();
  const log = createOutboundLog(shelf);
  log.note(request(1));
  await log.erase();
  expect([...shelf.kept]).toEqual([]);
  expect(await log.read()).toEqual([]);
});

test('a shelf that fails holds nothing up, and one that was meddled with is begun anew', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const shelf = memoryShelf();
  let broken = true;
  const log = createOutboundLog({
    ...shelf,
    write: (name, value) => (broken ? Promise.reject(new Error('full')) : shelf.write(name, value)),
  });
  log.note(request(1));
  await log.read();
  expect(warned).toHaveBeenCalledOnce();
  broken = false;
  shelf.kept.set('outbound', [{ at: 'yesterday' }]);
  log.note(request(2));
  expect((await log.read()).map(({ at }) => at)).toEqual([2]);
});
