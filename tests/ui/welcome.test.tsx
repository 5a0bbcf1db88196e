// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { WelcomePage } from '../../src/ui/welcome/welcome-page.tsx';
import { newWorld, world } from './fake-extension.ts';
import { click, hide, one, show, text, type } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = () => show(<WelcomePage book={createSettingsBook()} />);

beforeEach(newWorld);
afterEach(hide);

test('nothing is asked for before the user asks', async () => {
  await open();
  expect(world.log.filter((line) => /permission|enable|write/.test(line))).toEqual([]);
  expect(text()).toContain('Alt+Shift+D');
});

test('each webmail asks for itself only', async () => {
  await open();
  await click('Switch on: mail.google.com');
  expect(world.granted).toEqual(new Set(['https://mail.google.com/*']));
  expect(world.settings.sites).toEqual(['https://mail.google.com']);
});

test('a webmail of one’s own appears in the list', async () => {
  await open();
  await type('Add a webmail by its address', 'https://post.example.net/mail/');
  await click('Add');
  expect(one('button', 'Remove post.example.net')).toBeTruthy();
});
