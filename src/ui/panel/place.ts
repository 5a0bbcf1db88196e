/** A box on the screen, in CSS pixels from the upper left of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Edge of the round launcher, in pixels. */
export const launcherSize = 28;

const margin = 8;
const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most));

const fits = (box: Box, window: Size): boolean =>
  box.left >= 0 &&
  box.top >= 0 &&
  box.left + box.width <= window.width &&
  box.top + box.height <= window.height;

/**
 * Where the launcher goes: into the editor's last corner (the lower right one, or the lower left where
 * text runs to the left), or to the next place around it that `isFree`. `null` where none is.
 */
export function placeLauncher(
  editor: Box,
  window: Size,
  toTheLeft: boolean,
  isFree: (box: Box) => boolean,
): Box | null {
  const size = launcherSize;
  const right = editor.left + editor.width;
  const bottom = editor.top + editor.height;
  const within = toTheLeft ? editor.left + margin : right - size - margin;
  const beside = toTheLeft ? editor.left - size - 4 : right + 4;
  const low = bottom - size - margin;
  const places = [
    [within, low],
    [beside, low],
    [within, editor.top + margin],
    [within, bottom + 4],
    [within, editor.top - size - 4],
  ];
  for (const [left = 0, top = 0] of places) {
    const box = { left, top, width: size, height: size };
    if (fits(box, window) && isFree(box)) return box;
  }
  return null;
}

/**
 * Where the panel goes: beside the editor where there is room, else over its last corner; always
 * wholly inside the window.
 */
export function placePanel(editor: Box, panel: Size, window: Size, toTheLeft: boolean): Box {
  const right = editor.left + editor.width;
  const after = toTheLeft ? editor.left - panel.width - margin : right + margin;
  const before = toTheLeft ? right + margin : editor.left - panel.width - margin;
  const over = toTheLeft ? editor.left + margin : right - panel.width - margin;
  const roomy = (left: number): boolean =>
    left >= margin && left + panel.width <= window.width - margin;
  const left = [after, before].find(roomy) ?? over;
  const top = editor.top + editor.height - panel.height - margin;
  return {
    ...panel,
    left: clamp(left, margin, Math.max(margin, window.width - panel.width - margin)),
    top: clamp(top, margin, Math.max(margin, window.height - panel.height - margin)),
  };
}

/**
 * Where a note goes: to the edge of the window where it covers nothing that can be pressed (`isFree`),
 * low and at the start of the line if possible.
 */
export function placeNote(
  { width, height }: Size,
  window: Size,
  toTheLeft: boolean,
  isFree: (box: Box) => boolean,
): Box {
  const edge = 16;
  const [start, end] = toTheLeft
    ? [window.width - width - edge, edge]
    : [edge, window.width - width - edge];
  const low = window.height - height - 84;
  const lowest = window.height - height - edge;
  const middle = (window.width - width) / 2;
  const places = [
    [start, low],
    [end, low],
    [middle, lowest],
    [end, lowest],
    [start, lowest],
    [end, edge],
    [start, edge],
  ].map(([left = 0, top = 0]) => ({ left, top, width, height }));
  const first = { left: start, top: low, width, height };
  return places.find((box) => fits(box, window) && isFree(box)) ?? first;
}

/** What both boxes share; without width or height where they share nothing. */
export function overlap(one: Box, other: Box): Box {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(0, Math.min(one.left + one.width, other.left + other.width) - left),
    height: Math.max(0, Math.min(one.top + one.height, other.top + other.height) - top),
  };
}
