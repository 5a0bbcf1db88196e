/** Where a label would like to stand, in pixels: `x` is its left edge, `y` its middle, down the page. */
export interface Wanted {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const lineHeight = 13;

/**
 * Where the middle of each label comes to stand so that none covers another or a mark: those at the
 * bottom stay where they are if they can, and others move up as far as they must.
 */
export function placeLabels(labels: readonly Wanted[], marks: readonly Wanted[] = []): number[] {
  const placed = [...marks];
  const heights = labels.map(({ y }) => y);
  const upwards = [...labels.entries()].sort(([, one], [, other]) => other.y - one.y);
  for (const [index, label] of upwards) {
    let { y } = label;
    for (let hit = covered({ ...label, y }); hit; hit = covered({ ...label, y })) {
      y = hit.y - lineHeight;
    }
    placed.push({ ...label, y });
    heights[index] = y;
  }
  return heights;

  function covered(label: Wanted): Wanted | undefined {
    return placed.find(
      (other) =>
        Math.abs(other.y - label.y) < lineHeight &&
        label.x < other.x + other.width &&
        other.x < label.x + label.width,
    );
  }
}
