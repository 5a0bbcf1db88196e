// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { rangeOf } from '../../src/ui/privacy/range-of.ts';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, click, hide, one, show, text, type } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = (): Promise<void> => {
  location.hash = 'privacy';
  return show(<OptionsPage book={createSettingsBook()} />);
};
let erased: { ids: readonly string[]; how: string }[];
let isBack: boolean;

beforeEach(() => {
  newWorld();
  erased = [];
  isBack = false;
  world.answers['episodes.ids'] = ({ from, to }) => ({
    ids: [1, 2, 3]
      .filter((day) => new Date(2026, 2, day, 12).getTime() >= from)
      .filter((day) => new Date(2026, 2, day, 12).getTime() <= to)
      .map((day) => `mail-${day}`),
  });
  world.answers['memory.take-out'] = ({ ids, how }) => {
    erased.push({ ids, how });
    return { token: 't', episodes: ids.length, preferences: 0 };
  };
  world.answers['memory.put-back'] = ({ token }) => {
    isBack = token === 't';
    return {};
  };
});
afterEach(hide);

test('what is stored is told by kind, with numbers and sizes', async () => {
  await open();
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.firstChild?.textContent),
  );
  expect(rows[0]).toEqual(['Mails', '12', '35 kB']);
  expect(rows[2]).toEqual(['Vectors', '12', '1.2 MB']);
  expect(text()).toContain('No key is stored.');
});

test('each request is told with where it went, and what was in it when asked', async () => {
  world.answers['outbound.read'] = () => ({
    requests: [
      {
        at: 1_760_000_000_000,
        method: 'POST',
        host: 'models.example',
        path: '/v1/chat',
        purpose: 'draft',
        bytes: 2_345,
        milliseconds: 900,
        status: 503,
        body: '{"content":"<b>[email-1]</b>"}',
        left: 0,
      },
    ],
  });
  await open();
  expect(text()).toMatch(/models\.exampledraft · 2\.3 kB · .*2025/);
  expect(text()).toContain('refused (503)');
  expect(text()).not.toContain('[email-1]');
  const details = document.querySelector('details');
  details?.setAttribute('open', '');
  details?.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(text()).toContain('<b>[email-1]</b>'));
  expect(document.querySelector('pre b')).toBeNull();
});

test('the mails of some days go after a question, and come back with Undo', async () => {
  await open();
  await type('From', '2026-03-02');
  await type('Up to and including', '2026-03-03');
  await vi.waitFor(() => one('button', 'Erase 2 mails'));
  await click('Erase 2 mails');
  expect(erased).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Cancel');
  const [, confirm] = all('button', 'Erase 2 mails');
  if (confirm instanceof HTMLElement) confirm.click();
  await vi.waitFor(() => expect(text()).toContain('Erased: 2 mails'));
  expect(erased).toEqual([{ ids: ['mail-2', 'mail-3'], how: 'erase' }]);
  await click('Undo: Erased: 2 mails');
  expect(isBack).toBe(true);
  expect(document.activeElement).toBe(one('input', 'From'));
});

test('what can no longer be undone is told', async () => {
  world.answers['memory.put-back'] = () => {
    throw new Fault('too-late');
  };
  await open();
  await type('From', '2026-03-01');
  await type('Up to and including', '2026-03-01');
  await vi.waitFor(() => one('button', 'Erase 1 mail'));
  await click('Erase 1 mail');
  all<HTMLElement>('button', 'Erase 1 mail')[1]?.click();
  await vi.waitFor(() => expect(text()).toContain('Erased: 1 mail'));
  await click('Undo: Erased: 1 mail');
  expect(text()).toContain('This can no longer be undone');
});

test('erasing everything says that nothing brings it back, offers a backup, and does nothing when left', async () => {
  let isErased = false;
  world.answers['memory.erase'] = () => {
    isErased = true;
    return {};
  };
  await open();
  await click('Erase everything …');
  expect(text()).toContain('This cannot be undone by anybody.');
  expect(one<HTMLAnchorElement>('a', 'Make a backup first').getAttribute('href')).toBe('#backup');
  await click('Cancel');
  expect(isErased).toBe(false);
  expect(document.querySelector('dialog')).toBeNull();
  await click('Erase everything …');
  await click('Erase everything');
  expect(isErased).toBe(true);
  expect(text()).toContain('Everything was erased.');
});

test('a range is whole days by the clock of this machine, and no range where the end is before the start', () => {
  const march = rangeOf('2026-03-01', '2026-03-31');
  expect(march?.from).toBe(new Date(2026, 2, 1).getTime());
  expect(march?.to).toBe(new Date(2026, 3, 1).getTime() - 1);
  expect(rangeOf('2026-03-02', '2026-03-01')).toBeNull();
  expect(rangeOf('2026-03-02', '')).toBeNull();
  expect(rangeOf('today', '2026-03-01')).toBeNull();
});
