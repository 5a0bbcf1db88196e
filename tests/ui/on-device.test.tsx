// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, click, hide, settle, show, text } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const name = 'The browser’s own model';
const open = () => {
  location.hash = 'models';
  return show(<OptionsPage book={createSettingsBook()} />);
};

beforeEach(newWorld);
afterEach(() => {
  hide();
  vi.unstubAllGlobals();
});

/** A browser's model that ends its download when the test says so. */
function withModel(availability: string) {
  let state = availability;
  let progress = (_: number): void => {};
  let end = (_?: Error): void => {};
  const destroyed = vi.fn();
  vi.stubGlobal('LanguageModel', {
    availability: async () => state,
    create: ({ monitor }: { monitor: (target: EventTarget) => void }) =>
      new Promise((resolve, reject) => {
        const target = new EventTarget();
        monitor(target);
        progress = (loaded) =>
          void target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
        end = (error) => {
          state = error ? state : 'available';
          error ? reject(error) : resolve({ destroy: destroyed });
        };
      }),
  });
  return {
    destroyed,
    progress: (part: number) => act(() => progress(part)),
    end: async (error?: Error) => {
      await act(() => end(error));
      await settle();
    },
  };
}

const choose = async (): Promise<void> => {
  await act(() => all<HTMLInputElement>('input', name)[0]?.click());
  await settle();
};

test('a browser without a model does not offer one', async () => {
  await open();
  expect(all('input', name)).toEqual([]);
});

test('a model that is here can be chosen and used', async () => {
  withModel('available');
  await open();
  await choose();
  expect(world.settings.writer.kind).toBe('on-device');
  expect(text()).toContain('The model is ready.');
  expect(all('button', 'Download')).toEqual([]);
});

test('one that is not is downloaded after a click, with its progress', async () => {
  const model = withModel('downloadable');
  await open();
  await choose();
  expect(text()).toContain('The model is not on this machine yet.');
  await click('Download');
  await model.progress(0.25);
  expect(document.querySelector('progress')?.getAttribute('value')).toBe('0.25');
  expect(text()).toContain('The browser is downloading its model.');
  await model.end();
  expect(text()).toContain('The model is ready.');
  expect(document.querySelector('progress')).toBeNull();
  expect(model.destroyed).toHaveBeenCalledOnce();
});

test('a download that fails is told, and can be tried again', async () => {
  const model = withModel('downloadable');
  await open();
  await choose();
  await click('Download');
  await model.end(new DOMException('No space.', 'NetworkError'));
  expect(text()).toContain('The model on this machine failed (NetworkError).');
  expect(all('button', 'Download')).toHaveLength(1);
});

test('a machine that is too small is told what is missing', async () => {
  withModel('unavailable');
  await open();
  await choose();
  expect(text()).toContain('The browser’s model does not run on this machine');
});
