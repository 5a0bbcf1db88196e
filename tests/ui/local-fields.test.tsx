// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GeneratorState } from '../../src/protocol/generator-messages.ts';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, click, hide, one, settle, show, text } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const small = {
  name: 'qwen2.5-0.5b',
  title: 'Qwen',
  licence: 'Apache-2.0',
  host: 'huggingface.co',
  device: 'wasm',
  bytes: 519_000_000,
  memory: 1_600_000_000,
  isHere: false,
} as const;
const other = { ...small, name: 'smollm2-360m', title: 'SmolLM', device: 'webgpu' } as const;
const idle: GeneratorState = { choices: [small, other], fetching: null, fault: null };

let now: GeneratorState;

const open = (kind: 'local' | 'builtin' = 'local') => {
  world.settings = { ...world.settings, writer: { ...world.settings.writer, kind } };
  world.answers['generator.read'] = () => ({ state: now });
  location.hash = 'models';
  return show(<OptionsPage book={createSettingsBook()} />);
};
const slider = () => one<HTMLInputElement>('input', 'Preference strength');

beforeEach(() => {
  newWorld();
  now = idle;
});
afterEach(() => {
  vi.useRealTimers();
  hide();
});

test('what a model takes is said before anything is downloaded', async () => {
  await open();
  expect(text()).toContain('519 MB, once from huggingface.co; about 1.6 GB of memory.');
  expect(text()).toContain('about 1.6 GB of graphics memory. Runs on the graphics card.');
  expect(text()).toContain('Licence: Apache-2.0.');
  expect(text()).toContain('Qwen is not on this machine yet.');
  expect(world.log).not.toContain('generator.fetch');
});

test('a download is watched until it is over; then the model can be removed', async () => {
  world.answers['generator.fetch'] = () => {
    now = { ...idle, fetching: { name: small.name, loaded: 60_000_000, total: 519_000_000 } };
    return {};
  };
  world.answers['generator.remove'] = () => {
    now = idle;
    return {};
  };
  await open();
  vi.useFakeTimers();
  await click('Download 519 MB');
  const bar = document.querySelector('progress');
  expect([bar?.value, bar?.max]).toEqual([60_000_000, 519_000_000]);
  expect(text()).toContain('60 of 519 MB');
  now = { ...idle, choices: [{ ...small, isHere: true }, other] };
  vi.advanceTimersByTime(600);
  await settle();
  expect(text()).toContain('Qwen is on this machine.');
  await click('Remove Qwen from this machine');
  expect(text()).toContain('Qwen is not on this machine yet.');
});

test('a download that failed says why, and can be asked for again', async () => {
  now = { ...idle, fault: { code: 'model-damaged', detail: 'tokenizer.json' } };
  await open();
  expect(text()).toContain('The file tokenizer.json of the model is not the one');
  await click('Download 519 MB');
  expect(world.log).toContain('generator.fetch');
});

test('the other model is chosen and kept', async () => {
  await open();
  const [radio] = all<HTMLInputElement>('input', 'SmolLM');
  await act(() => radio?.click());
  await settle();
  expect(world.settings.writer.generator).toBe('smollm2-360m');
  expect(text()).toContain('SmolLM is not on this machine yet.');
});

test('how much preferences count is shown as it is moved, said in words, and kept once it is let go', async () => {
  await open();
  expect(slider().value).toBe('1');
  await act(() => {
    slider().value = '1.5';
    slider().dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(slider().getAttribute('aria-valuetext')).toBe('1.5 times');
  expect(document.querySelector('output')?.textContent).toBe('1.5');
  expect(world.settings.writer.strength).toBe(1);
  await act(() => void slider().dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
  expect(world.settings.writer.strength).toBe(1.5);
});

test('with another writer there is no strength', async () => {
  await open('builtin');
  expect(all('input', 'Preference strength')).toEqual([]);
});
