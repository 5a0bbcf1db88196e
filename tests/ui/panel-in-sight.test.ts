// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { isInSight } from '../../src/ui/panel/in-sight.ts';

const point = { x: 5, y: 5 };
let host: HTMLElement;
let hit: Element;

beforeEach(() => {
  document.documentElement.removeAttribute('style');
  for (const old of document.querySelectorAll('penchant-panel, .late')) old.remove();
  host = document.createElement('penchant-panel');
  document.documentElement.append(host);
  hit = host;
  document.elementFromPoint = () => hit;
});

test('our element is in sight where nothing is done to it', () => {
  expect(isInSight(host, [point])).toBe(true);
  expect(isInSight(host, [])).toBe(true);
});

test.each([
  'opacity: 0.01',
  'visibility: hidden',
  'filter: opacity(0)',
  'transform: scale(0.01)',
  'clip-path: inset(50%)',
  'mask-image: linear-gradient(transparent, transparent)',
  'mix-blend-mode: difference',
])('no page can hide it by its own element’s style: %s', (style) => {
  document.documentElement.setAttribute('style', style);
  expect(isInSight(host, [point])).toBe(false);
  expect(isInSight(host, [])).toBe(false);
});

test('it is not in sight inside an element of the page', () => {
  const box = document.createElement('div');
  document.body.append(box);
  box.append(host);
  expect(isInSight(host, [point])).toBe(false);
});

test('nor below something that takes the click, or something painted that lets it through', () => {
  hit = document.body;
  expect(isInSight(host, [point])).toBe(false);
  hit = host;
  const cover = document.createElement('div');
  cover.className = 'late';
  cover.getClientRects = () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList;
  document.documentElement.append(cover);
  expect(isInSight(host, [point])).toBe(true);
  cover.textContent = 'Claim your prize';
  expect(isInSight(host, [point])).toBe(false);
  expect(isInSight(host, [{ x: 50, y: 50 }])).toBe(true);
});
