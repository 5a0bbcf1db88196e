import type { Sorted } from './quote-and-signature.ts';

/** Where a draft goes in an editor. */
export interface Place {
  /** Index of the line it stands in place of where that is blank, and below where it is not. */
  readonly line: number | null;
  /** Whether a blank line has to be put between it and what stands there. */
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
}

/**
 * Where the draft goes: at the line of the caret, else below what the user wrote, else on the first
 * line that is free. Never into a line, a quote or a signature. `line` is `null` where all the editor
 * is quote and signature: then it goes above them.
 */
export function choosePlace({ lines, kinds }: Sorted, caret: number | null): Place {
  const isBlank = (at: number): boolean => (lines[at]?.text ?? '').trim() === '';
  // The room around a paragraph is read as a blank line, but nothing can be put there.
  const isReal = (at: number): boolean => lines[at]?.first !== null || lines.every((l) => !l.first);
  const own = lines.flatMap((_, at) => (kinds[at] === 'own' && isReal(at) ? [at] : []));
  const written = own.filter((at) => !isBlank(at));
  const lastQuote = kinds.lastIndexOf('quote');
  const free = kinds[0] === 'quote' ? own.find((at) => at > lastQuote) : own[0];
  const atCaret = caret !== null && own.includes(caret) ? caret : undefined;
  const line = atCaret ?? written.at(-1) ?? free ?? own[0] ?? null;
  if (line === null) return { line, blankBefore: false, blankAfter: lines.length > 0 };
  return {
    line,
    blankBefore: !isBlank(line),
    blankAfter: line + 1 < lines.length && !isBlank(line + 1),
  };
}
