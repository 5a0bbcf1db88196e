import type { Sample } from './pii.ts';

/** Of one kind: how many of its identifiers no letter or digit was left of. */
export interface Recall {
  readonly hidden: number;
  readonly of: number;
  /** Sentences in which something was left, at most five. */
  readonly missed: readonly string[];
}

/** Masks each sentence and looks whether anything of the identifier is still to be seen. */
export function recallOf(
  samples: readonly Sample[],
  mask: (text: string) => string,
): Map<Sample['kind'], Recall> {
  const recall = new Map<Sample['kind'], Recall>();
  for (const { kind, text, identifier } of samples) {
    const { hidden, of, missed } = recall.get(kind) ?? { hidden: 0, of: 0, missed: [] };
    const isHidden = !leaks(mask(text), text, identifier);
    recall.set(kind, {
      hidden: hidden + (isHidden ? 1 : 0),
      of: of + 1,
      missed: isHidden || missed.length === 5 ? missed : [...missed, `${text} → ${mask(text)}`],
    });
  }
  return recall;
}

/** Whether a placeholder does not stand for all of it: what is around it must be what was around it. */
function leaks(masked: string, text: string, identifier: string): boolean {
  const [before = '', after = ''] = text.split(identifier);
  if (!masked.startsWith(before) || !masked.endsWith(after)) return true;
  const between = masked.slice(before.length, masked.length - after.length);
  return /[\p{L}\p{N}]/u.test(between.replace(/\[\w+-\d+\]/g, ''));
}
