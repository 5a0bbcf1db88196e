import { beforeEach, expect, test, vi } from 'vitest';
import { languageOf } from '../../src/entrypoints/content/language.ts';

const detectLanguage = vi.hoisted(() => vi.fn());
vi.mock('../../src/browser/extension.ts', () => ({ browser: { i18n: { detectLanguage } } }));

const answer = (language: string, isReliable: boolean) =>
  detectLanguage.mockResolvedValue({ isReliable, languages: [{ language, percentage: 90 }] });

beforeEach(() => detectLanguage.mockReset());

test('the message being answered decides, not the notes', async () => {
  answer('de', true);
  expect(await languageOf('Guten Tag', 'say yes')).toBe('de');
  expect(detectLanguage).toHaveBeenCalledExactlyOnceWith('Guten Tag');
});

test('without such a message the notes decide', async () => {
  answer('fr', true);
  expect(await languageOf(' ', 'dire oui')).toBe('fr');
  expect(detectLanguage).toHaveBeenCalledExactlyOnceWith('dire oui');
});

test.each([
  ['de', false],
  ['und', true],
])('no guess is made (%s, reliable: %s)', async (language, isReliable) => {
  answer(language, isReliable);
  expect(await languageOf('ok', '')).toBeNull();
});

test('nothing to read, nothing asked', async () => {
  expect(await languageOf('', '')).toBeNull();
  expect(detectLanguage).not.toHaveBeenCalled();
});
