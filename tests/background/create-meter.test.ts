import { expect, test } from 'vitest';
import { createMeter } from '../../src/entrypoints/background/create-meter.ts';
import { defaultSettings, type Settings } from '../../src/protocol/settings.ts';
import { monthOf, noSpending } from '../../src/protocol/spending.ts';
import { freshStore, plant, storeOf } from '../store/fresh-store.ts';

const draft = { purpose: 'draft', inputTokens: 2_000, outputTokens: 500, charged: null } as const;
const november = new Date(2026, 10, 30, 23, 59).getTime();
const december = new Date(2026, 11, 1, 0, 1).getTime();

async function metered(writer: Partial<Settings['writer']>) {
  const { store, name } = await freshStore();
  await store.putSettings({
    ...defaultSettings,
    writer: { ...defaultSettings.writer, ...writer },
  });
  let now = november;
  const clock = { now: () => now };
  const meter = createMeter(store, clock);
  return {
    meter,
    name,
    /** As after the death of the worker. */
    another: async () => createMeter(await storeOf(name), clock),
    until: (time: number) => {
      now = time;
    },
  };
}

const prices = { input: 1, output: 4 };

test('what is spent adds up under the prices, or as the server charged it, also after a restart', async () => {
  const { meter, another } = await metered({ prices });
  meter.spent(draft);
  meter.spent({ ...draft, purpose: 'infer', charged: 0.1 });
  const spending = await meter.read();
  expect(spending).toEqual({
    month: '2026-11',
    drafts: 1,
    calls: 2,
    inputTokens: 4_000,
    outputTokens: 1_000,
    cost: expect.closeTo(0.104, 9),
    unpriced: 0,
  });
  expect(await (await another()).read()).toEqual(spending);
});

test('without prices tokens are counted, and said to have none', async () => {
  const { meter } = await metered({});
  meter.spent(draft);
  expect(await meter.read()).toMatchObject({ inputTokens: 2_000, cost: 0, unpriced: 1 });
});

test('at the limit nothing more is let through, until the next month begins', async () => {
  const { meter, until } = await metered({ prices, monthlyCap: 0.01 });
  for (let calls = 0; calls < 3; calls++) {
    await meter.admit();
    meter.spent(draft);
  }
  await expect(meter.admit()).rejects.toMatchObject({ code: 'over-budget', detail: '0.01' });
  until(december);
  await meter.admit();
  expect(await meter.read()).toEqual(noSpending('2026-12'));
});

test('without a limit everything is let through', async () => {
  const { meter } = await metered({ prices });
  meter.spent({ ...draft, charged: 1_000 });
  await meter.admit();
});

test('a record that cannot be read counts as none', async () => {
  const { meter, name } = await metered({ prices });
  await plant(name, 'settings', { month: 'May', cost: 'a lot' }, 'spending');
  expect(await meter.read()).toEqual(noSpending('2026-11'));
});

test('a month is the user’s', () => {
  expect(monthOf(november)).toBe('2026-11');
  expect(monthOf(december)).toBe('2026-12');
});
