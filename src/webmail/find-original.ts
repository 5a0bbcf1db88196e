import type { Kind, Start } from './marks.ts';
import {
  announcesOriginal,
  attributionStart,
  beginsHeaders,
  isDeviceLine,
  leadsToOriginal,
} from './quote-lines.ts';

/**
 * The line from which everything below is another message, though no `>` says so; -1 where there is
 * none. What only a sentence or "Sent from my …" tells is believed where nobody looked before the user
 * could type, or where it stood there at first.
 */
export function findOriginal(
  text: readonly string[],
  kinds: readonly Kind[],
  start: Start | null,
): number {
  const isOwn = (at: number): boolean => kinds[at] === 'own';
  const stood = (at: number): boolean => !start || start.lines.has(text[at]?.trimEnd() ?? '');
  for (let at = 0; at < text.length; at++) {
    if (!isOwn(at)) continue;
    if (announcesOriginal(text, at) || beginsHeaders(text, at)) return withLead(text, at);
    if (!stood(at)) continue;
    const below = firstWritten(text, at + 1);
    if (below === -1 || !isOwn(below)) continue;
    if (isDeviceLine(text[at]) && start === null && !kinds.includes('quote', at)) return at;
    const from = attributionStart(text, at, isOwn);
    if (from !== null) return withLead(text, from);
  }
  return -1;
}

/** The lines above that belong to it, such as a ruler. */
function withLead(text: readonly string[], at: number): number {
  let from = at;
  for (let above = at - 1; above >= 0 && above >= at - 4; above--) {
    if (leadsToOriginal(text[above])) from = above;
    else if (text[above]?.trim() !== '') break;
  }
  return from;
}

function firstWritten(text: readonly string[], from: number): number {
  for (let at = from; at < text.length; at++) if (text[at]?.trim() !== '') return at;
  return -1;
}
