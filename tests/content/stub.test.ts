// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const sendMessage = vi.fn();
const runtime: { id: string | undefined; sendMessage: typeof sendMessage } = {
  id: 'penchant',
  sendMessage,
};

/** Runs the stub as the browser does: as a script of its own, each time. */
async function inject(): Promise<void> {
  vi.resetModules();
  await import('../../src/entrypoints/content/stub.ts');
}

const focus = (name: string): HTMLElement => {
  const element = document.createElement(name);
  document.body.append(element);
  element.focus();
  return element;
};

beforeEach(() => {
  document.body.replaceChildren();
  runtime.id = 'penchant';
  sendMessage.mockReset().mockResolvedValue({ ok: true, value: {} });
  vi.stubGlobal('chrome', { runtime });
});

afterEach(() => {
  globalThis.penchantHook?.leave();
  globalThis.penchantHook = undefined;
  vi.unstubAllGlobals();
});

test('asks for the rest once somebody goes to write, and only then', async () => {
  await inject();
  focus('input');
  document.body.click();
  expect(sendMessage).not.toHaveBeenCalled();
  focus('textarea');
  focus('textarea');
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
    to: 'background',
    name: 'compose.seen',
    request: {},
  });
});

test('asks at once where somebody is writing already', async () => {
  focus('textarea');
  await inject();
  expect(sendMessage).toHaveBeenCalledOnce();
});

test('asks again when the background did not get it', async () => {
  sendMessage.mockRejectedValueOnce(new Error('stopped in the middle'));
  await inject();
  focus('textarea');
  await vi.waitFor(() => {
    focus('textarea');
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});

test('a second stub does nothing', async () => {
  await inject();
  const first = globalThis.penchantHook;
  await inject();
  expect(globalThis.penchantHook).toBe(first);
  focus('textarea');
  expect(sendMessage).toHaveBeenCalledOnce();
});

test('one that was left behind by a reload is replaced, and hears no more', async () => {
  await inject();
  const left = globalThis.penchantHook;
  const onEvent = vi.fn();
  if (left) left.onEvent = onEvent;
  runtime.id = undefined;
  await inject();
  expect(globalThis.penchantHook).not.toBe(left);
  document.body.click();
  expect(onEvent).not.toHaveBeenCalled();
});

test('hands every event to the core before the page can stop it', async () => {
  await inject();
  const heard: string[] = [];
  if (globalThis.penchantHook) globalThis.penchantHook.onEvent = (event) => heard.push(event.type);
  const stop = (event: Event): void => event.stopImmediatePropagation();
  for (const type of ['keydown', 'click', 'submit']) window.addEventListener(type, stop, true);
  const field = focus('textarea');
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  field.click();
  field.dispatchEvent(new Event('submit', { bubbles: true }));
  for (const type of ['keydown', 'click', 'submit']) window.removeEventListener(type, stop, true);
  expect(heard).toEqual(['focusin', 'keydown', 'click', 'submit']);
  expect(sendMessage).not.toHaveBeenCalled();
});
