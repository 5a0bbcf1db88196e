// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { boxAround } from '../../src/webmail/adapters/box-around.ts';
import { createAdapter } from '../../src/webmail/adapters/create-adapter.ts';
import { missingParts } from '../../src/webmail/adapters/missing-parts.ts';
import { practiceSite } from '../../src/webmail/adapters/practice-site.ts';
import { one } from './load-fixture.ts';
import { sizeByStyle } from './page-events.ts';

const site = {
  ...practiceSite,
  root: ['.box'],
  editors: ['.editor'],
  send: ['.send'],
};
const editor = '<div class="editor" contenteditable="true" style="min-height: 90px"></div>';

const show = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body;
};

beforeEach(sizeByStyle);

describe('what is missing', () => {
  test.each([
    [`${editor}<button class="send"></button>`, []],
    [editor, ['send']],
    ['<button class="send"></button>', ['editor']],
    [`<div hidden style="display: none">${editor}</div><i class="send"></i>`, ['editor']],
    ['', ['editor', 'send']],
  ])('in %j is %j', (html, missing) => {
    expect(missingParts(site, show(html))).toEqual(missing);
  });

  test('is never a button that the site has not', () => {
    expect(missingParts({ ...site, send: [] }, show(editor))).toEqual([]);
  });
});

describe('the box around an editor', () => {
  test('is what the site calls so', () => {
    show(`<div class="box"><p>${editor}<button class="send"></button></p></div>`);
    expect(boxAround(one('.editor'), site)).toBe(one('.box'));
  });

  test('is the smallest with a send button where it has another name, or the button is outside', () => {
    show(`<main><div><div class="box">${editor}</div><button class="send"></button></div></main>`);
    expect(boxAround(one('.editor'), site)).toBe(one('main > div'));
    expect(boxAround(one('.send'), { ...site, root: [] })).toBe(one('main > div'));
    expect(boxAround(one('main'), { ...site, root: [] })).toBe(null);
  });

  test('is only what the site calls so where no send button is known', () => {
    show(`<div class="box">${editor}</div><p>elsewhere</p>`);
    expect(boxAround(one('.editor'), { ...site, send: [] })).toBe(one('.box'));
    expect(boxAround(one('p'), { ...site, send: [] })).toBe(null);
  });

  test('is never the page around two of them', () => {
    show(`<div id="one">${editor}</div>${editor}<button class="send"></button>`);
    expect(boxAround(one('.editor'), { ...site, root: [] })).toBe(null);
  });
});

describe('a site that has changed', () => {
  const adapter = createAdapter(site);

  test('is any text field, and fits again when its parts are there', () => {
    show(`<div class="box"><input>${editor}</div>`);
    expect(adapter.find(one('.editor'))).toMatchObject({ adapter: 'generic', missing: ['send'] });
    expect(adapter.find(one('input'))).toBe(null);
    one('.box').insertAdjacentHTML('beforeend', '<button class="send"></button>');
    expect(adapter.find(one('.editor'))).toMatchObject({ adapter: 'practice', missing: [] });
  });

  test('is not taken for changed while its message is on the way', () => {
    show(`<div class="box">${editor}<button class="send"></button></div>`);
    const compose = adapter.find(one('.editor'));
    one('.send').remove();
    expect(adapter.find(one('.editor'))).toBe(compose);
    expect(compose?.missing).toEqual([]);
  });

  test('without a box it has no compose box at all', () => {
    show(editor);
    expect(adapter.find(one('.editor'))).toBe(null);
  });
});
