/** Fixed, so that the same text is cut the same way on every machine. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * White space, or a stretch of one line. V8's segmenter takes quadratic time in the length of what it
 * is given, so it only ever gets such a stretch; no word spans white space, so none is cut by it but
 * those of more than 500 letters. Whole code points: a surrogate pair is never torn.
 */
const stretch = /\s|\S{1,500}(?:[^\S\n]\S{1,500}){0,15}/gu;

/** The words, punctuation marks and pieces of white space of a text; joined they are the text again. */
export function segments(text: string): string[] {
  const found: string[] = [];
  for (const [piece] of text.matchAll(stretch)) {
    for (const { segment } of segmenter.segment(piece)) found.push(segment);
  }
  return found;
}
