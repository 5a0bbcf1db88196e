import type { Kind } from './marks.ts';

/**
 * Marks what is left of a quoted message that stood there at first without any `>`. Between its lines
 * everything else is the user's own, but for a line of it that the user changed a little.
 * `original`: its lines, without blank ones, none with blanks at the end.
 */
export function matchOriginal(
  text: readonly string[],
  kinds: Kind[],
  original: readonly string[],
): void {
  const stood = new Set(original);
  const first = Math.max(
    0,
    text.findIndex((line) => line.trimEnd() === original[0]),
  );
  const now = text.flatMap((line, at) =>
    at >= first && kinds[at] === 'own' && line.trim() !== '' ? [{ at, line: line.trimEnd() }] : [],
  );
  const lines = now.map(({ line }) => line);
  let next = 0;
  let isInside = false;
  now.forEach(({ at, line }, index) => {
    if (line !== original[next] && stood.has(line)) {
      // Either lines of the original are gone, or the user wrote one that is also further down in it.
      const skipped = original.indexOf(line, next);
      const later = lines.indexOf(original[next] ?? '', index);
      if (skipped < 0 || (later >= 0 && later - index <= skipped - next)) return;
      next = skipped;
    }
    if (line === original[next] || (isInside && isChanged(original[next], line))) {
      kinds[at] = 'quote';
      isInside = true;
      next++;
    }
  });
}

/** Whether more than half of a line stayed as it was, from its begin and its end. */
function isChanged(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return head + tail > Math.max(before.length, after.length) / 2;
}
