/** One line of the scoreboard, as it stands in the JSON file. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured beside, in the same run on the same machine; `null` where nothing is like it. */
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** `value / peerValue`; `null` without a peer, or where the peer's is 0. */
  readonly ratio: number | null;
  readonly goal: string | null;
  /** `null` where there is no goal. */
  readonly met: boolean | null;
}

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: readonly [name: string, value: number];
  /** The most that may be: of the value itself, or of what it has more than its peer. */
  readonly atMost?: number;
  readonly addsAtMost?: number;
}

/** Puts a figure beside its peer and its goal. */
export function row({ name, value, unit, peer, atMost, addsAtMost }: Measured): Row {
  const peerValue = peer?.[1] ?? null;
  const added = value - (peerValue ?? 0);
  const limit = atMost ?? addsAtMost;
  return {
    name,
    value: rounded(value),
    unit,
    peer: peer?.[0] ?? null,
    peerValue: peerValue === null ? null : rounded(peerValue),
    ratio: peerValue ? rounded(value / peerValue) : null,
    goal: limit === undefined ? null : `${atMost === undefined ? 'adds ≤' : '≤'} ${limit}`,
    met: limit === undefined ? null : (atMost === undefined ? added : value) <= limit,
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));
