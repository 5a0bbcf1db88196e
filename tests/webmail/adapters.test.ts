// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Adapter, Compose } from '../../src/webmail/types.ts';
import { loadFixture, one } from './load-fixture.ts';
import * as page from './page-events.ts';
import { adapterAt, click, key, sizeByStyle, submit } from './page-events.ts';

const found = (adapter: Adapter, selector: string): Compose =>
  page.composeAround(adapter, one(selector));

const meaning = (compose: Compose, selector: string, event: Event) =>
  page.meaning(compose, one(selector), event);

beforeEach(sizeByStyle);

describe('the practice mailbox', () => {
  beforeEach(() => {
    document.body.setAttribute('data-practice-mailbox', '');
    loadFixture('practice');
  });

  test('is known by its mark, and its compose box found from anything in it', () => {
    const adapter = adapterAt('127.0.0.1');
    expect(adapter.id).toBe('practice');
    const compose = found(adapter, '[data-role=editor]');
    expect(adapter.find(one('[name=subject]'))).toBe(compose);
    expect(adapter.find(one('article'))).toBe(null);
  });

  test('what is written to whom, and about what', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    expect(compose.key).toBe('practice:draft-1');
    expect(compose.task()).toBe('reply');
    expect(compose.subject()).toBe('Re: Thursday');
    expect(compose.recipients()).toEqual([
      { name: 'Alex Kim', address: 'alex@acme.example' },
      { name: 'Rivera, Maria', address: 'm.rivera@uni.example' },
    ]);
    expect(compose.incoming()).toEqual({
      from: { name: 'Alex Kim', address: 'alex@acme.example' },
      text: 'Hi Sam,\n\ncan you make it on Thursday?\nRoom 4 is free.\n\nAlex',
    });
  });

  test('the own text apart from signature and quote', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    one('[data-role=editor] div').replaceChildren('Fine!');
    const body = compose.read();
    expect(body?.text).toBe('Fine!');
    expect(body?.signature).toBe('--\nSam Porter\nAcme Ltd');
    expect(body?.quote).toContain('can you make it');
  });

  test('the same after a switch to plain text', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    const plain = document.createElement('textarea');
    plain.dataset['role'] = 'editor';
    plain.value = 'Fine!\n\n-- \nSam Porter\nAcme Ltd\n\nOn 3 May 2024, Alex Kim wrote:\n> Hi';
    one('[data-role=editor]').replaceWith(plain);
    expect(compose.read()).toMatchObject({
      text: 'Fine!',
      signature: '--\nSam Porter\nAcme Ltd',
      quote: 'On 3 May 2024, Alex Kim wrote:\n> Hi',
    });
  });

  test('what asks to send or to discard', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    expect(meaning(compose, '[name=send]', click())).toBe('send');
    expect(meaning(compose, '[name=send]', key('Enter'))).toBe('send');
    expect(meaning(compose, '[data-role=editor]', key('Enter'))).toBe(null);
    expect(meaning(compose, '[data-role=editor]', key('Enter', { ctrlKey: true }))).toBe('send');
    expect(meaning(compose, '[data-role=editor]', key('Enter', { metaKey: true }))).toBe('send');
    expect(
      meaning(compose, '[data-role=editor]', key('Enter', { ctrlKey: true, shiftKey: true })),
    ).toBe(null);
    expect(meaning(compose, '[name=discard]', click())).toBe('discard');
    expect(meaning(compose, '[name=bold]', click())).toBe(null);
    expect(meaning(compose, 'article', click())).toBe(null);
    expect(meaning(compose, 'form', submit())).toBe('send');
  });

  test('a new message answers nothing', () => {
    one<HTMLInputElement>('[name=subject]').value = 'Hello';
    one('[data-role=editor]').replaceChildren();
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    expect(compose.task()).toBe('new');
    expect(compose.incoming()).toBe(null);
  });

  test('what the page shows after a send', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    expect(compose.sight()).toBe('open');
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'alertdialog');
    document.body.append(dialog);
    expect(compose.sight()).toBe('blocked');
    dialog.remove();
    compose.root.style.display = 'none';
    expect(compose.sight()).toBe('gone');
    compose.root.style.display = '';
    compose.root.remove();
    expect(compose.sight()).toBe('gone');
  });

  test('a box that the page builds anew is the same one', () => {
    const compose = found(adapterAt('127.0.0.1'), '[data-role=editor]');
    const copy = document.importNode(compose.root, true);
    compose.root.replaceWith(copy);
    expect(compose.sight()).toBe('open');
    expect(compose.root).toBe(copy);
    expect(compose.editor()?.element).toBe(one('[data-role=editor]'));
  });
});

describe('Roundcube', () => {
  test('with plain text: recipients, and the message answered from its quote', () => {
    loadFixture('roundcube-plain');
    const adapter = adapterAt('webmail.uni.example');
    expect(adapter.id).toBe('roundcube');
    const compose = found(adapter, '#composebody');
    expect(compose.editor()).toMatchObject({ family: 'textarea' });
    expect(compose.recipients()).toEqual([
      { name: 'Rivera, Maria', address: 'm.rivera@uni.example' },
      { name: '', address: 'alex@acme.example' },
    ]);
    expect(compose.task()).toBe('reply');
    expect(compose.incoming()).toEqual({
      from: { name: 'Rivera, Maria', address: 'm.rivera@uni.example' },
      text: 'Lieber Herr Porter,\n\nhaben Sie den Bericht?',
    });
    expect(meaning(compose, '.send', click())).toBe('send');
    expect(meaning(compose, '#composebody', key('Enter', { ctrlKey: true }))).toBe(null);
  });

  test('with its rich editor in a frame', () => {
    loadFixture('roundcube-rich');
    const frame = one<HTMLIFrameElement>('#composebody_ifr');
    const inner = frame.contentDocument;
    if (!inner) throw new Error('The frame has no document.');
    inner.body.setAttribute('contenteditable', 'true');
    inner.body.innerHTML =
      '<p><br></p><div id="_rc_sig">-- <br>Sam</div><p id="reply-intro">On 3 May, Alex Kim wrote:</p>' +
      '<blockquote><p>Hi Sam,</p><p>fine?</p><blockquote><p>older</p></blockquote></blockquote>';
    const adapter = adapterAt('webmail.uni.example');
    const compose = found(adapter, '#composebody_ifr');
    expect(compose.editor()).toMatchObject({ element: inner.body, family: 'exec', block: 'p' });
    expect(compose.read()).toMatchObject({ text: '', signature: '--\nSam' });
    expect(compose.incoming()?.from.address).toBe('alex@acme.example');
    expect(compose.incoming()?.text).toMatch(/^Hi Sam,\n\nfine\?/);
  });
});

describe('any other page', () => {
  beforeEach(() => loadFixture('generic'));
  const generic = (): Adapter => adapterAt('shop.example');

  test.each(['#search', '#password', '#line', '#search-area', '#small', '#hidden'])(
    '%s is none of our business',
    (selector) => {
      expect(generic().find(one(selector))).toBe(null);
    },
  );

  test('a text field in a form, whose sending is its submission only', () => {
    const compose = found(generic(), '#letter');
    expect(compose).toMatchObject({ adapter: 'generic', root: one('form') });
    expect(compose.subject()).toBe('A question');
    expect(compose.recipients()).toEqual([{ name: '', address: 'help@shop.example' }]);
    expect(meaning(compose, 'form button', click())).toBe(null);
    expect(meaning(compose, 'form', submit())).toBe('send');
  });

  test.each([
    ['#rich', 'exec'],
    ['#model', 'paste'],
    ['#letter', 'textarea'],
  ])('the editor %s takes text by %s', (selector, family) => {
    expect(found(generic(), selector).editor()?.family).toBe(family);
  });

  test('a field for a card or a code is never one', () => {
    one('#letter').setAttribute('autocomplete', 'cc-number');
    expect(generic().find(one('#letter'))).toBe(null);
  });

  test('a field that the page takes away is gone', () => {
    const compose = found(generic(), '#letter');
    one('#letter').remove();
    expect(compose.sight()).toBe('gone');
    expect(compose.read()).toBe(null);
  });
});
