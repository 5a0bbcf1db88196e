// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Episode } from '../../src/learning/types.ts';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { longUse } from '../e2e/many-mails.ts';
import { newWorld, world } from './fake-extension.ts';
import { click, hide, one, settle, show, text } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const now = new Date(2026, 5, 1).getTime();
const open = (): Promise<void> => {
  location.hash = 'progress';
  return show(<OptionsPage book={createSettingsBook()} />);
};
function withMails(count: number): void {
  const { episodes } = longUse(count, 1, now);
  world.answers['episodes.ids'] = () => ({ ids: episodes.map(({ id }) => id) });
  world.answers['episodes.read'] = ({ ids }) => ({
    episodes: episodes.filter(({ id }) => ids.includes(id)),
  });
}
const cells = (table: Element | undefined): string[][] =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

beforeEach(newWorld);
afterEach(hide);

test('the pictures are drawn of just the numbers that stand in the table', async () => {
  withMails(200);
  await open();
  await vi.waitFor(() => expect(document.querySelectorAll('svg[role="img"]')).toHaveLength(2));
  const moments = cells(document.querySelectorAll('table')[0]);
  expect(moments).toHaveLength(60);
  const [cost, unedited] = document.querySelectorAll('svg[role="img"]');
  const heights = (chart: Element | undefined): number[] =>
    (chart?.querySelector('.curve')?.getAttribute('d') ?? '')
      .slice(1)
      .split(' L')
      .map((point) => Number(point.split(',')[1]));
  const order = (numbers: readonly number[]): number[] =>
    numbers.slice(1).map((number, at) => Math.sign(number - (numbers[at] ?? 0)));
  const said = moments.map((row) => Number(row[3]?.replace('%', '')));
  expect(heights(cost)).toHaveLength(60);
  expect(cost?.querySelector('.band')).not.toBeNull();
  // Up in the table is up in the picture, where y grows downwards.
  expect(order(heights(unedited)).map((sign) => 0 - sign)).toEqual(order(said));
  const last = moments.at(-1);
  expect(cost?.getAttribute('aria-label')).toContain(`${last?.[1]} on ${last?.[0]}`);
});

test('the large numbers, and those of each recipient and facet, are told', async () => {
  withMails(40);
  await open();
  await vi.waitFor(() => expect(text()).toContain('By recipient'));
  expect(text()).toMatch(/Sent as drafted20%at first 20%/);
  const [, recipients, kinds] = document.querySelectorAll('table');
  expect(cells(recipients).map((row) => row.slice(0, 2))).toEqual([
    ['alex@acme.example', '10'],
    ['dana@lind.example', '10'],
    ['noa@salem.example', '10'],
    ['priya@north.example', '10'],
  ]);
  expect(cells(kinds)[0]?.slice(0, 2)).toEqual(['Greeting', '40']);
});

test('too few mails are not drawn, and none is told in words', async () => {
  withMails(20);
  await open();
  await vi.waitFor(() =>
    expect(text()).toContain('With 21 mails or more this is drawn over time.'),
  );
  expect(document.querySelector('svg[role="img"]')).toBeNull();
  hide();
  withMails(0);
  await open();
  await vi.waitFor(() => expect(text()).toContain('Nothing was sent yet.'));
});

test('a failure is told, and it can be tried again', async () => {
  world.answers['episodes.ids'] = () => {
    throw new Fault('storage-failed', 'disk');
  };
  await open();
  await vi.waitFor(() => expect(text()).toContain('This could not be saved or read (disk)'));
  withMails(20);
  await click('Try again');
  await vi.waitFor(() => expect(text()).toContain('By recipient'));
});

/** `shares` of a text that were changed, of mails on one side of the comparison. */
function compared(side: 'with' | 'without', shares: readonly number[]): readonly Episode[] {
  const { episodes } = longUse(shares.length, 1, now);
  return episodes.map((episode, at) => ({
    ...episode,
    id: `${side}-${at}`,
    comparison: side,
    cost: { words: Math.round((shares[at] ?? 0) * 100), normalised: shares[at] ?? 0 },
  }));
}
function withEpisodes(episodes: readonly Episode[]): void {
  world.answers['episodes.ids'] = () => ({ ids: episodes.map(({ id }) => id) });
  world.answers['episodes.read'] = ({ ids }) => ({
    episodes: episodes.filter(({ id }) => ids.includes(id)),
  });
}
const around = (middle: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => middle + (at - (count - 1) / 2) / 100);
const sides = () =>
  [...document.querySelectorAll('table')]
    .map(cells)
    .find((rows) => rows[0]?.[0] === 'Written with preferences');

test('what was compared stands side by side, with what it comes to', async () => {
  withEpisodes([...compared('without', around(0.5, 11)), ...compared('with', around(0.2, 13))]);
  await open();
  await vi.waitFor(() => expect(text()).toContain('Written without them'));
  expect(sides()).toEqual([
    ['Written with preferences', '13', '20%', '17% – 23%', '0%'],
    ['Written without them', '11', '50%', '48% – 53%', '0%'],
  ]);
  expect(text()).toContain('With preferences you changed less: 30 percentage points of a text');
  expect(text()).toContain('probably between 27 and 33');
});

test('too few are told to be too few, and no difference is told to be none', async () => {
  withEpisodes([...compared('without', around(0.5, 9)), ...compared('with', around(0.2, 30))]);
  await open();
  await vi.waitFor(() => expect(text()).toContain('Too few to tell'));
  expect(text()).toContain('it takes 10 mails of each kind, and there are 9 without and 30 with');
  hide();
  withEpisodes([...compared('without', around(0.3, 12)), ...compared('with', around(0.3, 12))]);
  await open();
  await vi.waitFor(() => expect(text()).toContain('No clear difference yet'));
});

test('the comparison is off, and is switched on here', async () => {
  withMails(20);
  await open();
  await vi.waitFor(() => expect(text()).toContain('Write one draft in 10'));
  expect(text()).not.toContain('Written without them');
  const turn = one<HTMLInputElement>('input', 'Write one draft in 10 without preferences');
  await act(() => turn.click());
  await settle();
  expect(world.settings.comparing).toBe(true);
  expect(text()).toContain('Too few to tell');
});
