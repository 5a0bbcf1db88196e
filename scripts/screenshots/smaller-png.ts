import { type Pixels, readPng, writePalette, writeRgb } from './png.ts';

/**
 * The same picture in at most 256 colours, less than half as large: the most frequent ones stay exactly as
 * they are, and each of the others, which are edges of letters, becomes the nearest of them. With
 * `isPalette` off every pixel still has its 24 bits, as Chrome's store asks for.
 */
export function smallerPng(png: Uint8Array, isPalette: boolean): Buffer {
  const pixels = readPng(png);
  const colours = coloursOf(pixels);
  const palette = frequentColours(colours);
  const places = new Map(palette.map((colour, index) => [colour, index]));
  const indices = colours.map((colour) => {
    const index = places.get(colour) ?? nearest(palette, colour);
    places.set(colour, index);
    return index;
  });
  if (isPalette) return writePalette(pixels, Uint8Array.from(indices), palette);
  const rgb = Buffer.alloc(pixels.rgb.length);
  for (const [at, index] of indices.entries()) rgb.writeUIntBE(palette[index] ?? 0, at * 3, 3);
  return writeRgb({ ...pixels, rgb });
}

/** One number a pixel: red, green and blue, eight bits each. */
function coloursOf({ width, height, rgb }: Pixels): Uint32Array {
  const bytes = Buffer.from(rgb.buffer, rgb.byteOffset, rgb.byteLength);
  return Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 3, 3));
}

function frequentColours(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts]
    .sort(([one, often], [other, oftener]) => oftener - often || one - other)
    .slice(0, 256)
    .map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) => {
    const red = (colour >> 16) - (other >> 16);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = (colour & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  });
  return distances.indexOf(Math.min(...distances));
}
