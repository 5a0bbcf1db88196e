import { createPlainRows } from '../../../src/embeddings/scan/plain-rows.ts';
import { createVectorIndex, type VectorIndex } from '../../../src/embeddings/vector-index.ts';
import { type Row, row } from '../row.ts';
import { timedInTurn } from '../timed.ts';
import { openStream } from './stream.ts';
import { dimensions, drawVectors } from './vectors.ts';

const queries = 100;
const k = 5;

/** Exact search among 10,000 and 100,000 contexts, beside reading as many bytes. */
export async function measureSearch(): Promise<Row[]> {
  const all = drawVectors(100_000 + queries, 1);
  const asked = all.splice(-queries);
  return [
    ...(await ofSize(all.slice(0, 10_000), asked)),
    ...(await ofSize(all, asked)),
    ...changes(all.slice(0, 10_000), asked),
  ];
}

async function ofSize(
  all: readonly Float32Array[],
  asked: readonly Float32Array[],
): Promise<Row[]> {
  const fast = filled(createVectorIndex(), all);
  const plain = filled(createVectorIndex(createPlainRows), all);
  const stream = await openStream(all.length * dimensions);
  let turn = 0;
  const next = (): Float32Array => asked[turn++ % asked.length] ?? new Float32Array(dimensions);
  const [search = 0, slow = 0, full = 0, limit = 0] = timedInTurn(60, [
    () => void fast.nearest(next(), k),
    () => void plain.nearest(next(), k),
    () => void fullScan(all, next()),
    stream,
  ]);
  const among = all.length.toLocaleString('en');
  const peer = ['reading as many bytes', limit] as const;
  return [
    row({ name: `search among ${among}`, value: search, unit: 'ms', peer, timesAtMost: 1.5 }),
    row({ name: `… without SIMD`, value: slow, unit: 'ms', peer }),
    row({ name: `… every number, no bytes`, value: full, unit: 'ms', peer }),
    row({ name: `recall@5 among ${among}`, value: recall(fast, all, asked), unit: '', atLeast: 1 }),
  ];
}

/** What one more costs, and one less. */
function changes(all: readonly Float32Array[], asked: readonly Float32Array[]): Row[] {
  const index = filled(createVectorIndex(), all);
  const [put = 0, remove = 0] = timedInTurn(30, [
    () => {
      for (const [at, values] of asked.entries()) index.put(`new ${at}`, values);
    },
    () => {
      for (const at of asked.keys()) index.remove(`new ${at}`);
    },
  ]);
  const microseconds = (ms: number): number => (ms * 1000) / asked.length;
  return [
    row({ name: 'one context put in, among 10,000', value: microseconds(put), unit: 'µs' }),
    row({ name: '… and taken out', value: microseconds(remove), unit: 'µs' }),
  ];
}

function filled(index: VectorIndex, all: readonly Float32Array[]): VectorIndex {
  for (const [at, values] of all.entries()) index.put(String(at), values);
  return index;
}

/** Share of the true five nearest that are found. */
function recall(
  index: VectorIndex,
  all: readonly Float32Array[],
  asked: readonly Float32Array[],
): number {
  let found = 0;
  for (const query of asked) {
    const truth = new Set(fullScan(all, query));
    found += index.nearest(query, k).filter(({ id }) => truth.has(id)).length;
  }
  return found / (asked.length * k);
}

/** Ids of the nearest by all numbers of all vectors. */
function fullScan(all: readonly Float32Array[], query: Float32Array): string[] {
  const best: { id: string; similarity: number }[] = [];
  for (const [at, values] of all.entries()) {
    let similarity = 0;
    for (let n = 0; n < dimensions; n += 1) similarity += (values[n] ?? 0) * (query[n] ?? 0);
    if (best.length === k && similarity <= (best.at(-1)?.similarity ?? Infinity)) continue;
    const place = best.findIndex((other) => similarity > other.similarity);
    best.splice(place === -1 ? best.length : place, 0, { id: String(at), similarity });
    if (best.length > k) best.pop();
  }
  return best.map(({ id }) => id);
}
