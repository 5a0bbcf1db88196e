// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createClickGuard, dwell, still } from '../../src/ui/panel/click-guard.ts';

let time: number;
let surface: HTMLElement;
let button: HTMLButtonElement;
let pressed: number;
let seen: boolean;
let looked: readonly { readonly x: number; readonly y: number }[];
let guard: ReturnType<typeof createClickGuard>;

beforeEach(() => {
  [time, pressed, seen] = [1_000, 0, true];
  surface = document.createElement('div');
  button = document.createElement('button');
  surface.append(button);
  document.body.replaceChildren(surface);
  guard = createClickGuard(() => time, {
    isSeen: (points) => {
      looked = points;
      return seen;
    },
  });
  document.body.addEventListener('click', guard.check, true);
  button.addEventListener('click', () => {
    pressed += 1;
  });
  guard.surface(surface);
});

/** A click as the browser makes it (`trusted`) or as a script does; `presses` is 0 for the keyboard. */
function click(trusted: boolean, presses = 1): void {
  const event = new MouseEvent('click', {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail: presses,
  });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  button.dispatchEvent(event);
}

test('a click that a script made is nothing, whenever it comes', () => {
  time += 10 * dwell;
  click(false);
  click(false, 0);
  button.click();
  expect(pressed).toBe(0);
});

test('a click counts once the surface was in sight for a while', () => {
  time += dwell - 1;
  click(true);
  expect(pressed).toBe(0);
  time += 1;
  click(true);
  expect(pressed).toBe(1);
});

test('Enter on a button counts at once: nobody aimed it at a place', () => {
  click(true, 0);
  expect(pressed).toBe(1);
});

test('the second half of a double click never counts', () => {
  time += dwell;
  click(true, 1);
  click(true, 2);
  expect(pressed).toBe(1);
});

test('what the page hides or covers cannot be pressed, by a key neither', () => {
  time += dwell;
  seen = false;
  click(true);
  click(true, 0);
  expect(pressed).toBe(0);
  seen = true;
  click(true);
  expect(pressed).toBe(1);
});

test('a panel that has just jumped under the pointer cannot be pressed by it', () => {
  time += dwell;
  guard.moved({ left: 300, top: 200 });
  time += still - 1;
  click(true);
  expect(pressed).toBe(0);
  guard.moved({ left: 302, top: 203 });
  time += 1;
  click(true);
  expect(pressed).toBe(1);
});

test('all sides of the button must be seen, not only the spot that was hit', () => {
  time += dwell;
  button.getBoundingClientRect = () => new DOMRect(100, 50, 80, 30);
  click(true);
  expect(looked.slice(1)).toEqual([
    { x: 140, y: 53 },
    { x: 140, y: 77 },
    { x: 103, y: 65 },
    { x: 177, y: 65 },
  ]);
  click(true, 0);
  expect(looked).toEqual([]);
});
