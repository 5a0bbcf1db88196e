import { type PlotOptions, plot } from '@observablehq/plot';
import { Window } from 'happy-dom';
import { colourStyle } from './colours.ts';

/** Size of a picture and what is left free around the plot, in pixels. */
export const frame = {
  width: 960,
  height: 540,
  marginTop: 40,
  marginRight: 180,
  marginBottom: 44,
  marginLeft: 56,
} as const;

/** Pixels for a value of a scale that begins at 0. */
export const across = (value: number, most: number): number =>
  frame.marginLeft + (value / most) * (frame.width - frame.marginLeft - frame.marginRight);
export const down = (value: number, most: number): number =>
  frame.height -
  frame.marginBottom -
  (value / most) * (frame.height - frame.marginTop - frame.marginBottom);

/** The value that `down` puts at this pixel. */
export const valueAt = (pixel: number, most: number): number =>
  ((frame.height - frame.marginBottom - pixel) * most) /
  (frame.height - frame.marginTop - frame.marginBottom);

/** Roughly how wide a label is, in pixels: there is no browser here to measure it. */
export const labelWidth = (label: string): number => label.length * 6.6;

/** A plot as an SVG file of its own, with a title for those who cannot see it, readable on light and on dark pages. */
export async function picture(title: string, options: PlotOptions): Promise<string> {
  const window = new Window();
  try {
    const drawn = plot({
      ...frame,
      ...options,
      className: 'bench',
      style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'none' },
      // happy-dom is a DOM without a browser; its types are its own.
      document: window.document as unknown as Document,
    });
    const own = drawn.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'style');
    own.textContent = colourStyle;
    const name = drawn.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'title');
    name.textContent = title;
    drawn.prepend(name, own);
    drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    return `${drawn.outerHTML}\n`;
  } finally {
    await window.happyDOM.close();
  }
}
