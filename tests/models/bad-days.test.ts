import { expect, test } from 'vitest';
import { play, wrongs } from '../../bench/trust/bad-days.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { badDays } from '../fixtures/misbehaviours.ts';

test('there are enough of them, each once', () => {
  expect(badDays.length).toBeGreaterThanOrEqual(60);
  expect(new Set(badDays.map(({ name }) => name)).size).toBe(badDays.length);
});

test.each(badDays)('$name', { timeout: 15_000 }, async (day) => {
  const played = await play(day);
  expect(wrongs(day, played)).toEqual([]);
  if ('fault' in played.end) {
    expect(english).toHaveProperty(`fault_${played.end.fault.replaceAll('-', '_')}`);
  }
});
