import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Box,
  launcherSize,
  overlap,
  placeLauncher,
  placeNote,
  placePanel,
} from '../../src/ui/panel/place.ts';

const window = { width: 1200, height: 800 };
const editor: Box = { left: 300, top: 100, width: 500, height: 300 };
const everywhere = (): boolean => true;

const box = fc.record({
  left: fc.integer({ min: -500, max: 1500 }),
  top: fc.integer({ min: -500, max: 1500 }),
  width: fc.integer({ min: 0, max: 1500 }),
  height: fc.integer({ min: 0, max: 1500 }),
});
const windows = fc.record({
  width: fc.integer({ min: 200, max: 2000 }),
  height: fc.integer({ min: 200, max: 1500 }),
});

const isInside = (inner: Box, { width, height }: typeof window): boolean =>
  inner.left >= 0 &&
  inner.top >= 0 &&
  inner.left + inner.width <= width &&
  inner.top + inner.height <= height;

test('the launcher sits in the lower right corner, in the lower left one of text to the left', () => {
  const size = { width: launcherSize, height: launcherSize };
  expect(placeLauncher(editor, window, false, everywhere)).toEqual({
    left: 764,
    top: 364,
    ...size,
  });
  expect(placeLauncher(editor, window, true, everywhere)).toEqual({ left: 308, top: 364, ...size });
});

test('it makes way for text: beside the editor, else anywhere around it, else nowhere', () => {
  const isBeside = ({ left }: Box): boolean => left >= 800;
  expect(placeLauncher(editor, window, false, isBeside)?.left).toBe(804);
  const isBelow = ({ top }: Box): boolean => top >= 400;
  expect(placeLauncher(editor, window, false, isBelow)?.top).toBe(404);
  expect(placeLauncher(editor, window, false, () => false)).toBeNull();
});

test('whatever the editor, the launcher is free and in sight', () => {
  fc.assert(
    fc.property(box, windows, fc.boolean(), box, (editor, window, toTheLeft, text) => {
      const isFree = (spot: Box): boolean => {
        const shared = overlap(spot, text);
        return shared.width === 0 || shared.height === 0;
      };
      const spot = placeLauncher(editor, window, toTheLeft, isFree);
      return spot === null || (isFree(spot) && isInside(spot, window));
    }),
  );
});

test('the panel is beside the editor where there is room, else over its corner', () => {
  const panel = { width: 384, height: 200 };
  expect(placePanel(editor, panel, window, false)).toMatchObject({ left: 808, top: 192 });
  expect(placePanel(editor, panel, { width: 900, height: 800 }, false)).toMatchObject({
    left: 408,
  });
  expect(placePanel({ ...editor, left: 500 }, panel, window, true)).toMatchObject({ left: 108 });
});

test('whatever the editor, the panel is wholly in sight where it fits at all', () => {
  const panels = fc.record({
    width: fc.integer({ min: 1, max: 184 }),
    height: fc.integer({ min: 1, max: 184 }),
  });
  fc.assert(
    fc.property(box, panels, windows, fc.boolean(), (editor, panel, window, toTheLeft) =>
      isInside(placePanel(editor, panel, window, toTheLeft), window),
    ),
  );
});

test('a note stands low at the start, or where it covers nothing that can be pressed', () => {
  // As a DOMRect: its numbers are no properties of its own.
  const note = Object.create({ width: 300, height: 40 });
  const low = { left: 16, top: window.height - 40 - 84, width: 300, height: 40 };
  expect(placeNote(note, window, false, everywhere)).toEqual(low);
  const notAtTheStart = (box: Box): boolean => box.left > 200;
  expect(placeNote(note, window, false, notAtTheStart).left).toBe(window.width - 316);
  expect(placeNote(note, window, true, everywhere).left).toBe(window.width - 316);
  const nowhere = (): boolean => false;
  expect(placeNote(note, window, false, nowhere)).toEqual(low);
});
