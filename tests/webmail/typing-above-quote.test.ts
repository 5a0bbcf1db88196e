// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchEdits } from '../../src/webmail/edit-watch.ts';
import { loadFixture, one } from './load-fixture.ts';
import { adapterAt, composeAround, sizeByStyle } from './page-events.ts';

let waiting: (() => void)[];
beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run));
  sizeByStyle();
});
afterEach(() => void vi.unstubAllGlobals());

const nodesIn = (root: Node): Node[] =>
  [...root.childNodes].flatMap((node) => [node, ...nodesIn(node)]);

/** Has `seen` called whenever a node in `quote` is looked at, or one around it is searched through. */
function watchLooks(quote: Element, seen: () => void): void {
  const ways = ['firstChild', 'firstElementChild', 'nextSibling', 'nextElementSibling', 'data'];
  for (const node of nodesIn(quote)) {
    for (const way of [...ways, 'localName', 'textContent', 'childNodes', 'matches']) {
      if (!(way in node)) continue;
      const value: unknown = Reflect.get(node, way);
      const get = (): unknown => {
        seen();
        return value;
      };
      Object.defineProperty(node, way, { get, configurable: true });
    }
  }
  for (let around: Element | null = quote; around; around = around.parentElement) {
    const search = around.querySelectorAll.bind(around);
    Object.defineProperty(around, 'querySelectorAll', {
      value: (selector: string) => {
        seen();
        return search(selector);
      },
    });
  }
}

test('50 keys above a long quote look at nothing in it', () => {
  loadFixture('practice');
  document.body.setAttribute('data-practice-mailbox', '');
  const editor = one('[data-role=editor]');
  const quote = one('blockquote');
  quote.innerHTML += '<div>a line of before</div>'.repeat(200);
  const compose = composeAround(adapterAt('127.0.0.1'), editor);
  const line = one('div', editor);
  line.replaceChildren('Dear Ana,');
  const edits = watchEdits(compose, new AbortController().signal);
  let looks = 0;
  watchLooks(quote, () => {
    looks += 1;
  });
  // To prepare it, they were looked at.
  looks = 0;

  let clock = 1_000;
  const tell = (type: string, key?: string) => {
    const event = key
      ? new KeyboardEvent(type, { bubbles: true, key })
      : new Event(type, { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    Object.defineProperty(event, 'timeStamp', { value: clock });
    line.dispatchEvent(event);
  };
  for (const letter of 'every key is one. '.repeat(3).slice(0, 50)) {
    clock += 90;
    tell('keydown', letter);
    tell('beforeinput');
    line.append(letter);
    tell('input');
    for (const run of waiting.splice(0)) run();
  }

  expect(edits.look()).toBe(`Dear Ana,${'every key is one. '.repeat(3).slice(0, 50).trimEnd()}`);
  expect(edits).toMatchObject({ touched: true, programmatic: false });
  expect(looks).toBe(0);
  // Who asks for the quote has it read.
  expect(compose.read()?.quote).toContain('a line of before');
  expect(looks).toBeGreaterThan(200);
});
