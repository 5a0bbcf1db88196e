import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { heldOutPersonas } from '../../bench/learning/scripted/held-out-personas.ts';
import { choosePersonas } from '../../bench/learning/scripted-personas.ts';

const none = { count: 0, seed: 1 };

const names = async (options: Parameters<typeof choosePersonas>[0]): Promise<string[]> =>
  (await choosePersonas(options)).personas.map(({ name }) => name);

test('held-out users are played only when asked for, and then told apart', async () => {
  const usual = await names({ personas: [], heldOut: false, drawn: none });
  expect(usual.length).toBeGreaterThanOrEqual(8);
  for (const name of heldOutPersonas) expect(usual).not.toContain(name);
  const { personas, heldOut } = await choosePersonas({ personas: [], heldOut: true, drawn: none });
  expect(personas).toHaveLength(usual.length + heldOutPersonas.length);
  expect([...heldOut].sort()).toEqual([...heldOutPersonas].sort());
});

test('drawn users are played beside the others, and told apart', async () => {
  const usual = await names({ personas: [], heldOut: true, drawn: none });
  const options = { personas: [], heldOut: true, drawn: { count: 3, seed: 5 } };
  const { personas, heldOut, drawn } = await choosePersonas(options);
  expect(personas.map(({ name }) => name)).toEqual([...usual, ...drawn]);
  expect(drawn.size).toBe(3);
  expect([...drawn].filter((name) => heldOut.has(name))).toEqual([]);
  const other = await choosePersonas({ ...options, drawn: { count: 3, seed: 6 } });
  expect([...other.drawn].filter((name) => drawn.has(name))).toEqual([]);
});

test('files of your own are played instead of those that ship', async () => {
  const file = fileURLToPath(
    new URL('../../bench/learning/personas/by-task.json', import.meta.url),
  );
  expect(await names({ personas: [file], heldOut: false, drawn: none })).toEqual(['by-task']);
  await expect(
    choosePersonas({ personas: ['nowhere.json'], heldOut: false, drawn: none }),
  ).rejects.toThrow('nowhere.json cannot be read');
});
