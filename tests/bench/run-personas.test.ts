import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { heldOutPersonas } from '../../bench/learning/scripted/held-out-personas.ts';
import { choosePersonas } from '../../bench/learning/scripted-personas.ts';

const names = async (options: Parameters<typeof choosePersonas>[0]): Promise<string[]> =>
  (await choosePersonas(options)).personas.map(({ name }) => name);

test('held-out users are played only when asked for, and then told apart', async () => {
  const usual = await names({ personas: [], heldOut: false });
  expect(usual.length).toBeGreaterThanOrEqual(8);
  for (const name of heldOutPersonas) expect(usual).not.toContain(name);
  const { personas, heldOut } = await choosePersonas({ personas: [], heldOut: true });
  expect(personas).toHaveLength(usual.length + heldOutPersonas.length);
  expect([...heldOut].sort()).toEqual([...heldOutPersonas].sort());
});

test('files of your own are played instead of those that ship', async () => {
  const file = fileURLToPath(
    new URL('../../bench/learning/personas/by-task.json', import.meta.url),
  );
  expect(await names({ personas: [file], heldOut: false })).toEqual(['by-task']);
  await expect(choosePersonas({ personas: ['nowhere.json'], heldOut: false })).rejects.toThrow(
    'nowhere.json cannot be read',
  );
});
