// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { hide, one, settle, show, text } from './page-test.ts';
import { samplePreference } from './sample-preferences.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = async (hash: string): Promise<void> => {
  location.hash = hash;
  await show(<OptionsPage book={createSettingsBook()} />);
};
const go = async (hash: string): Promise<void> => {
  await act(() => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
  await settle();
};
const current = (): string[] =>
  [...document.querySelectorAll('nav [aria-current="page"]')].map((link) => link.textContent);

beforeEach(newWorld);
afterEach(hide);

test.each([
  ['', 'Preferences'],
  ['#nowhere', 'Preferences'],
  ['#privacy', 'Privacy'],
])('the address “%s” leads to %s', async (hash, name) => {
  await open(hash);
  expect(document.querySelector('h1')?.textContent).toBe(name);
  expect(current()).toEqual([name]);
  expect(document.title).toBe(`${name} · Penchant`);
});

test('another place is another page: its title, its mark in the list, and the focus on its heading', async () => {
  await open('#backup');
  await go('#models');
  expect(document.title).toBe('Models · Penchant');
  expect(current()).toEqual(['Models']);
  expect(document.activeElement).toBe(one('h1', 'Models'));
  await go('#backup');
  expect(document.activeElement).toBe(one('h1', 'Backup'));
});

test('all preferences are there with all that can be done with them', async () => {
  world.preferences = [samplePreference()];
  await open('#preferences');
  expect(text()).toContain(samplePreference().description);
  one('button', `Edit: ${samplePreference().description}`);
});
