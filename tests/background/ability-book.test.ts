import { expect, test, vi } from 'vitest';
import { createStoredAbilities } from '../../src/entrypoints/background/ability-book.ts';
import type { Abilities } from '../../src/models/abilities.ts';

function memoryShelf() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async (name: string) => structuredClone(kept.get(name)),
    write: async (name: string, value: unknown) => void kept.set(name, structuredClone(value)),
    remove: async (name: string) => void kept.delete(name),
  };
}

const weak: Abilities = { without: ['temperature'], format: 'prompt', unreadable: 2 };

test('what was found out is known to the next worker, and to nobody after an erasure', async () => {
  const shelf = memoryShelf();
  const book = createStoredAbilities(shelf);
  expect(await book.read('a')).toBeNull();
  await book.write('a', weak);
  await book.write('b', { without: [], format: 'json_object', unreadable: 0 });
  expect(await createStoredAbilities(shelf).read('a')).toEqual(weak);
  expect(await book.read('__proto__')).toBeNull();
  await book.erase();
  expect(await book.read('a')).toBeNull();
});

test('the oldest of many is forgotten', async () => {
  const book = createStoredAbilities(memoryShelf());
  for (let at = 0; at < 60; at++) await book.write(`model ${at}`, weak);
  expect(await book.read('model 9')).toBeNull();
  expect(await book.read('model 10')).toEqual(weak);
});

test('a shelf that fails, or holds something else, stops nothing', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const shelf = memoryShelf();
  shelf.kept.set('abilities', { a: { format: 'xml' } });
  expect(await createStoredAbilities(shelf).read('a')).toBeNull();
  const broken = createStoredAbilities({
    read: () => Promise.reject(new Error('gone')),
    write: () => Promise.reject(new Error('gone')),
    remove: async () => {},
  });
  expect(await broken.read('a')).toBeNull();
  await broken.write('a', weak);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
