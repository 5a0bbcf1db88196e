import { caretLine } from './caret-line.ts';
import { choosePlace, type Place } from './choose-place.ts';
import { findDraft } from './find-draft.ts';
import { noMarks } from './marks.ts';
import type { Line } from './page-lines.ts';
import { sortBody } from './quote-and-signature.ts';
import { caretToEnd, caretToStart, selectLines } from './select-lines.ts';
import type { EditorRef } from './types.ts';

/** What is selected now: the next insertion goes there. */
export interface Target {
  readonly place: Place;
  /** The text that is selected and makes way; empty for a place between the user's lines. */
  readonly replaced: string;
}

/** Selects where a draft goes: our own last one, `replaced`, where it still stands there unchanged. */
export function aim({ element, marks = noMarks }: EditorRef, replaced: string): Target {
  const sorted = sortBody(element, marks);
  const { lines } = sorted;
  const old = findDraft(sorted, replaced);
  if (old) {
    selectLines(element, lines, old);
    return { place: { line: old.from, blankBefore: false, blankAfter: false }, replaced };
  }
  const place = choosePlace(sorted, caretLine(element, lines));
  const { line } = place;
  if (line === null) caretToStart(element);
  // A blank line makes way, where it is a block of its own: a bare `<br>` would take with it what
  // follows it. Below a line with words there is a blank line first.
  else if (place.blankBefore || !isAlone(lines[line])) caretToEnd(element, lines, line);
  else selectLines(element, lines, { from: line, to: line });
  return { place, replaced: '' };
}

/** Whether there is nothing but this line in its block; so it is in a textarea. */
const isAlone = (line: Line | undefined): boolean =>
  !line?.first || (line.first === line.last && line.first.parentNode?.childNodes.length === 1);
