import { beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/types.ts';
import { freshStore } from '../store/fresh-store.ts';
import { samplePreference } from '../store/samples.ts';
import { memoryShelf } from './memory-shelf.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));
vi.mock('../../src/browser/sites.ts', () => ({ isEnabled: () => true }));

const { createFirstScreen } = await import('../../src/entrypoints/background/first-screen.ts');

const mailTo = async (address: string) => ({
  origin: 'https://mail.example.com',
  compose: {
    site: 'mail.example.com',
    recipients: [{ address, name: '' }],
    subject: '',
    isChanged: false,
  },
});
const to = (address: string) => ({ kind: 'recipient', address }) as const;

let store: Store;
let shelf: ReturnType<typeof memoryShelf>;
/** How often all preferences were read. */
let readings: number;
/** As after a start of the worker. */
const started = () =>
  createFirstScreen({
    store: {
      preferencesState: () => store.preferencesState(),
      preferences: () => {
        readings += 1;
        return store.preferences();
      },
    },
    shelf,
  });
const ids = async (address: string, limit = 10) =>
  (await started().of(mailTo(address), limit)).preferences.map(({ id }) => id);

beforeEach(async () => {
  ({ store } = await freshStore());
  shelf = memoryShelf();
  readings = 0;
  await store.putPreference(
    samplePreference('ada', { updatedAt: 1, scope: to('ada@example.com') }),
  );
  await store.putPreference(samplePreference('bo', { updatedAt: 2, scope: to('bo@example.com') }));
});

test('a worker that was just started shows the same place without reading everything', async () => {
  expect(await ids('ada@example.com')).toEqual(['ada', 'bo']);
  expect(await ids('ada@example.com')).toEqual(['ada', 'bo']);
  expect(readings).toBe(1);
});

test('another recipient, and another length, is looked up anew', async () => {
  await ids('ada@example.com');
  expect(await ids('bo@example.com')).toEqual(['bo', 'ada']);
  expect(await ids('bo@example.com', 1)).toEqual(['bo']);
  expect(readings).toBe(3);
});

test('what was changed, added or deleted since is shown as it is now', async () => {
  const screen = () => started().of(mailTo('ada@example.com'), 10);
  await screen();
  const [ada] = (await screen()).preferences;
  if (!ada) throw new Error('nothing is there');
  await store.putPreference({ ...ada, description: 'Signs with A.', revision: 1 });
  expect((await screen()).preferences[0]?.description).toBe('Signs with A.');
  await store.deletePreference('bo');
  expect(await screen()).toMatchObject({ total: 1, applies: ['ada'] });
  await store.putPreference(samplePreference('cy', { updatedAt: 9 }));
  expect((await screen()).total).toBe(2);
});

test('nothing of it stays once everything is erased', async () => {
  await ids('ada@example.com');
  expect(shelf.values.size).toBe(1);
  await started().erase();
  expect(shelf.values.size).toBe(0);
});

test('what somebody else put there is not shown', async () => {
  await ids('ada@example.com');
  const [name] = shelf.values.keys();
  await shelf.write(name ?? '', { screen: 'no' });
  expect(await ids('ada@example.com')).toEqual(['ada', 'bo']);
});
