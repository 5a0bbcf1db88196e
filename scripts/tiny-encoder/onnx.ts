/**
 * Writes the few parts of an ONNX file that the tiny models need. ONNX is protocol buffers: each
 * field is a number, a wire type and a value (field numbers as in the specification's onnx.proto3).
 */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Seven bits a byte, lowest first. Only for numbers that are not negative. */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

const number = (field: number, value: number): Bytes => joined(varint(field * 8), varint(value));
const bytes = (field: number, value: Uint8Array): Bytes =>
  joined(varint(field * 8 + 2), varint(value.length), value);
const text = (field: number, value: string): Bytes => bytes(field, encoder.encode(value));

/** Element types of tensors. */
export const elements = { float: 1, int8: 3, int64: 7 } as const;
type Element = (typeof elements)[keyof typeof elements];

type Data = Float32Array | Int8Array | BigInt64Array;

/** A constant. `shape` is empty for a single number. */
export function tensor(name: string, type: Element, shape: readonly number[], data: Data): Bytes {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const sizes = shape.map((size) => number(1, size));
  return joined(...sizes, number(2, type), text(8, name), bytes(9, raw));
}

/** One step of the graph; its attributes are whole numbers. */
export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number>> = {},
): Bytes {
  const integer = 2;
  return joined(
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      bytes(5, joined(text(1, name), number(3, value), number(20, integer))),
    ),
  );
}

/** What goes in or comes out; a size that is a word is open. */
export function port(name: string, type: Element, shape: readonly (number | string)[]): Bytes {
  const sizes = shape.map((size) =>
    bytes(1, typeof size === 'string' ? text(2, size) : number(1, size)),
  );
  const tensorType = joined(number(1, type), bytes(2, joined(...sizes)));
  return joined(text(1, name), bytes(2, bytes(1, tensorType)));
}

/** The whole file: IR version 8, operator set 17. */
export function model(graph: {
  readonly name: string;
  readonly nodes: readonly Bytes[];
  readonly tensors: readonly Bytes[];
  readonly inputs: readonly Bytes[];
  readonly outputs: readonly Bytes[];
}): Bytes {
  const body = joined(
    ...graph.nodes.map((part) => bytes(1, part)),
    text(2, graph.name),
    ...graph.tensors.map((part) => bytes(5, part)),
    ...graph.inputs.map((part) => bytes(11, part)),
    ...graph.outputs.map((part) => bytes(12, part)),
  );
  return joined(number(1, 8), bytes(7, body), bytes(8, number(2, 17)));
}
