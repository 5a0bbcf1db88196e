import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture without transparency; each pixel is red, green and blue, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a PNG as browsers write their screenshots: 8 bits, RGB or RGBA, not interlaced; throws for others. */
export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const chunks = [...chunksOf(bytes)];
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  const [depth, colour, , , interlaced] = head?.subarray(8) ?? [];
  if (!head || depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6)) {
    throw new Error('This is no PNG as a browser writes its screenshots.');
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const step = colour === 6 ? 4 : 3;
  const plain = unfiltered(inflateSync(Buffer.concat(data)), width * step, step);
  const rgb = step === 3 ? plain : plain.filter((_, at) => at % 4 !== 3);
  return { width, height, rgb };
}

/** A PNG of 24 bits, without an alpha channel, as Chrome's store wants it. */
export function writeRgb({ width, height, rgb }: Pixels): Buffer {
  return file(width, height, 2, rows(rgb, width * 3));
}

/** A PNG of 8 bits: `indices` into at most 256 colours. */
export function writePalette(
  { width, height }: Pixels,
  indices: Uint8Array,
  palette: readonly number[],
): Buffer {
  const colours = Buffer.alloc(palette.length * 3);
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3);
  return file(width, height, 3, rows(indices, width), chunk('PLTE', colours));
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature.length; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const start = at + 8;
    yield {
      type: bytes.toString('latin1', at + 4, start),
      data: bytes.subarray(start, start + length),
    };
    at = start + length + 4;
  }
}

/** Undoes the filter that stands in front of each row (PNG specification, 9). */
function unfiltered(filtered: Buffer, length: number, step: number): Uint8Array {
  const height = filtered.length / (length + 1);
  const plain = new Uint8Array(length * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (length + 1)];
    const guess = guesses[filter ?? 0] ?? guesses[0];
    for (let x = 0; x < length; x += 1) {
      const here = y * length + x;
      const left = x < step ? 0 : (plain[here - step] ?? 0);
      const up = y === 0 ? 0 : (plain[here - length] ?? 0);
      const corner = x < step || y === 0 ? 0 : (plain[here - length - step] ?? 0);
      plain[here] = (filtered[y * (length + 1) + 1 + x] ?? 0) + guess(left, up, corner);
    }
  }
  return plain;
}

type Guess = (left: number, up: number, corner: number) => number;

const guesses: readonly [Guess, ...Guess[]] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [byLeft, byUp] = [Math.abs(up - corner), Math.abs(left - corner)];
    const byCorner = Math.abs(left + up - 2 * corner);
    if (byLeft <= byUp && byLeft <= byCorner) return left;
    return byUp <= byCorner ? up : corner;
  },
];

/** Each row with a byte in front that says: not filtered. Flat areas pack best so. */
function rows(bytes: Uint8Array, length: number): Buffer {
  const height = bytes.length / length;
  const out = Buffer.alloc((length + 1) * height);
  for (let y = 0; y < height; y += 1) {
    out.set(bytes.subarray(y * length, (y + 1) * length), y * (length + 1) + 1);
  }
  return out;
}

function file(
  width: number,
  height: number,
  colour: number,
  data: Buffer,
  ...more: Buffer[]
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colour, 0, 0, 0], 8);
  const packed = deflateSync(data, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
