// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { loadFixture, one } from './load-fixture.ts';
import { adapterAt, click, composeAround, meaning, sizeByStyle } from './page-events.ts';
import { editorOf, part } from './site-behaviours.ts';

/* What only Gmail has; what it has in common with the others is in `sites.test.ts`. */

const gmail = adapterAt('mail.google.com');
const answer = () => composeAround(gmail, editorOf('answer'));
const fresh = () => composeAround(gmail, editorOf('fresh'));

beforeEach(() => {
  loadFixture('gmail');
  return sizeByStyle();
});

/** Gmail puts the same box into a window of its own. */
function popOut(): HTMLElement {
  const window = document.createElement('div');
  window.setAttribute('role', 'dialog');
  document.body.append(window);
  window.append(...one('#answer').childNodes);
  one('#answer').remove();
  return window;
}

test('a box is known by the hidden name of its draft', () => {
  expect(answer().key).toBe('gmail:100');
  expect(fresh().key).toBe('gmail:200');
});

test('an answer that is popped out of the thread stays the same one', () => {
  const compose = answer();
  const window = popOut();
  expect(compose.root).toBe(window);
  expect(compose.sight()).toBe('open');
  expect(gmail.find(one('[data-part=editor]', window))?.key).toBe(compose.key);
  expect(meaning(compose, one('[data-part=send]', window), click())).toBe('send');
});

test('a window answers the message it names, and none where the thread is no longer shown', () => {
  const window = popOut();
  const compose = composeAround(gmail, one('[data-part=editor]', window));
  expect(compose.incoming()?.text).toBe('Can you make it?\nAlex');
  one<HTMLInputElement>('[name=rm]').value = 'msg-f:1';
  expect(compose.incoming()).toEqual({
    from: { name: 'First Writer', address: 'first@acme.example' },
    text: 'An earlier message.',
  });
  one<HTMLInputElement>('[name=rm]').value = 'msg-f:9';
  expect(compose.incoming()?.from.address).toBe('alex@acme.example');
  one('.gmail_quote_container', window).remove();
  expect(compose.incoming()).toBe(null);
});

test('in full screen the frame stays when the message has gone', () => {
  const compose = fresh();
  const [inside] = compose.root.children;
  inside?.remove();
  expect(compose.root.isConnected).toBe(true);
  expect(compose.sight()).toBe('gone');
});

test('plain text is typed into the field that is hidden otherwise', () => {
  const compose = answer();
  const plain = one<HTMLTextAreaElement>('#answer [data-plain]');
  part('answer', 'editor').style.display = 'none';
  plain.style.display = '';
  plain.value = 'Fine!\n\n--\nSam Porter';
  expect(compose.editor()).toMatchObject({ element: plain, family: 'textarea' });
  expect(compose.read()).toMatchObject({ text: 'Fine!' });
  expect(gmail.find(plain)).toBe(compose);
});

test('sending with "send and archive" is sending', () => {
  const both = document.createElement('div');
  both.setAttribute('role', 'button');
  both.className = 'Uo';
  part('answer', 'send').before(both);
  expect(meaning(answer(), both, click())).toBe('send');
  expect(meaning(answer(), part('answer', 'send'), click())).toBe('send');
});

test('writing as somebody else changes neither key, recipients nor text', () => {
  const compose = answer();
  editorOf('answer').firstElementChild?.replaceChildren('Fine!');
  const before = { to: compose.recipients(), text: compose.read()?.text };
  one<HTMLInputElement>('#answer [name=from]').value = 'sam.porter@other.example';
  const signature = one('#answer .gmail_signature').cloneNode() as HTMLElement;
  signature.textContent = 'Samuel Porter, Other Ltd';
  one('#answer .gmail_signature').replaceWith(signature);
  expect({ to: compose.recipients(), text: compose.read()?.text }).toEqual(before);
  expect(answer()).toBe(compose);
});

test('opening the menu or the calendar to schedule is not scheduling', () => {
  expect(meaning(fresh(), one('.Az.AM'), click())).toBe(null);
});

test('where the send button has another name its place tells it', () => {
  for (const part of document.querySelectorAll('.IZ, .Up')) part.removeAttribute('class');
  const compose = answer();
  expect(compose.adapter).toBe('gmail');
  expect(meaning(compose, part('answer', 'send'), click())).toBe('send');
  expect(meaning(compose, part('answer', 'lock'), click())).toBe(null);
});

test('an editor of another make is any text field, and what is missing is said', () => {
  for (const editor of document.querySelectorAll('[data-part=editor]'))
    editor.removeAttribute('g_editable');
  for (const field of document.querySelectorAll('[form=nosend]')) field.remove();
  const compose = composeAround(gmail, part('fresh', 'editor'));
  expect(compose).toMatchObject({ adapter: 'generic', missing: ['editor'] });
  expect(compose.editor()?.element).toBe(part('fresh', 'editor'));
});
