/** How many rows of the table one number holds. */
const bits = 32;

/**
 * Levenshtein distance of two lists of words: how many must be put in, taken out or replaced. Myers' bit vectors
 * (1999) in Hyyrö's form: 32 rows of the textbook's table at a time, held as the differences between neighbours.
 */
export function wordDistance(left: readonly string[], right: readonly string[]): number {
  let from = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (from < leftEnd && from < rightEnd && left[from] === right[from]) from += 1;
  while (leftEnd > from && rightEnd > from && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const rows = leftEnd - from;
  const columns = rightEnd - from;
  if (rows === 0 || columns === 0) return rows + columns;

  const numbers = new Map<string, number>();
  const down = new Uint32Array(rows);
  const across = new Uint32Array(columns);
  for (let at = 0; at < rows; at += 1) {
    const word = left[from + at] ?? '';
    const number = numbers.get(word) ?? numbers.size + 1;
    if (number > numbers.size) numbers.set(word, number);
    down[at] = number;
  }
  // 0 is a word that the left side does not have.
  for (let at = 0; at < columns; at += 1) across[at] = numbers.get(right[from + at] ?? '') ?? 0;

  /** For each column, the difference to the one before it in the last row so far: 1 up, 2 down, 0 the same. */
  const steps = new Uint8Array(columns).fill(1);
  /** For each word, in which rows of the block it stands. */
  const places = new Uint32Array(numbers.size + 1);
  for (let top = 0; top < rows; top += bits) {
    const bottom = Math.min(top + bits, rows);
    for (let at = top; at < bottom; at += 1) {
      const number = down[at] ?? 0;
      places[number] = (places[number] ?? 0) | (1 << (at - top));
    }
    walk(places, across, steps, bottom - top - 1);
    for (let at = top; at < bottom; at += 1) places[down[at] ?? 0] = 0;
  }
  let distance = rows;
  for (let at = 0; at < columns; at += 1) {
    const step = steps[at];
    if (step === 1) distance += 1;
    else if (step === 2) distance -= 1;
  }
  return distance;
}

/** One block of rows, from column to column; `last` is the bit of its last row. Names are those of the papers. */
function walk(places: Uint32Array, across: Uint32Array, steps: Uint8Array, last: number): void {
  let pv = -1;
  let mv = 0;
  for (let at = 0; at < across.length; at += 1) {
    const step = steps[at] ?? 0;
    const up = step & 1;
    const less = step >>> 1;
    const found = places[across[at] ?? 0] ?? 0;
    const xv = found | mv;
    const eq = found | less;
    const xh = (((eq & pv) + pv) ^ pv) | eq;
    let ph = mv | ~(xh | pv);
    let mh = pv & xh;
    steps[at] = ((ph >>> last) & 1) | (((mh >>> last) & 1) << 1);
    ph = (ph << 1) | up;
    mh = (mh << 1) | less;
    pv = mh | ~(xv | ph);
    mv = ph & xv;
  }
}
