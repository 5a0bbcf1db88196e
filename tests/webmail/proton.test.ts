// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { watchSend } from '../../src/webmail/send-watch.ts';
import { loadFixture, one } from './load-fixture.ts';
import { adapterAt, composeAround, key, sizeByStyle } from './page-events.ts';
import { editorOf, part } from './site-behaviours.ts';

/* What only Proton Mail has; what it has in common with the others is in `sites.test.ts`. */

const proton = adapterAt('mail.proton.me');

beforeEach(() => {
  loadFixture('proton');
  return sizeByStyle();
});

test('one Ctrl+Enter that is heard twice, in the frame and again at the frame, is one send', async () => {
  const compose = composeAround(proton, editorOf('answer'));
  editorOf('answer').firstElementChild?.replaceChildren('Fine!');
  const said: string[] = [];
  const ending = new AbortController();
  const watch = watchSend(compose, {
    signal: ending.signal,
    now: () => Date.now(),
    onPending: (text) => said.push(`pending ${text}`),
    onSent: (text) => said.push(`sent ${text}`),
    onDiscarded: () => said.push('discarded'),
  });
  const frame = one('#answer iframe');
  // The page hands on a copy; the listeners are those of the stub and of the desk.
  editorOf('answer').addEventListener('keydown', () => {
    frame.dispatchEvent(key('Enter', { ctrlKey: true }));
  });
  window.addEventListener('keydown', watch.handleEvent, { once: true });
  editorOf('answer').dispatchEvent(key('Enter', { ctrlKey: true }));
  one('#answer').remove();
  await vi.waitFor(() => expect(said).toEqual(['pending Fine!', 'sent Fine!']));
  ending.abort();
});

test('an answer by plain text has its editor in a field', () => {
  const compose = composeAround(proton, editorOf('answer'));
  const plain = document.createElement('textarea');
  plain.dataset['testid'] = 'editor-textarea';
  plain.value = 'Fine!';
  one('#answer iframe').replaceWith(plain);
  expect(compose.editor()).toMatchObject({ element: plain, family: 'textarea' });
  expect(compose.read()?.text).toBe('Fine!');
});

test('a password that was set before is one as well', () => {
  const compose = composeAround(proton, editorOf('answer'));
  part('answer', 'lock').dataset['testid'] = 'composer:encryption-options-button';
  expect(compose.unsupported()).toBe('confidential');
});
