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
  /** The most that may be of `value / peer`. */
  readonly timesAtMost?: number;
  /** The least that may be of the value itself. */
  readonly atLeast?: number;
}

interface Goal {
  readonly said: string;
  readonly met: boolean;
}

/** Puts a figure beside its peer and its goal. */
export function row(measured: Measured): Row {
  const { name, value, unit, peer } = measured;
  const peerValue = peer?.[1] ?? null;
  const goal = goalOf(measured);
  return {
    name,
    value: rounded(value),
    unit,
    peer: peer?.[0] ?? null,
    peerValue: peerValue === null ? null : rounded(peerValue),
    ratio: peerValue ? rounded(value / peerValue) : null,
    goal: goal?.said ?? null,
    met: goal?.met ?? null,
  };
}

function goalOf({ value, peer, atMost, addsAtMost, timesAtMost, atLeast }: Measured): Goal | null {
  const beside = peer?.[1] ?? 0;
  if (atMost !== undefined) return { said: `≤ ${atMost}`, met: value <= atMost };
  if (atLeast !== undefined) return { said: `≥ ${atLeast}`, met: value >= atLeast };
  if (addsAtMost !== undefined)
    return { said: `adds ≤ ${addsAtMost}`, met: value - beside <= addsAtMost };
  if (timesAtMost !== undefined)
    return { said: `≤ ${timesAtMost} ×`, met: value <= timesAtMost * beside };
  return null;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
