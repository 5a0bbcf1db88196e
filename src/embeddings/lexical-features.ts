/** What one occurrence of a feature weighs, and how often it occurs in the text. */
export interface Feature {
  weight: number;
  count: number;
}

/** As much of a text as is read: several times what a sentence encoder takes in. */
const readUnits = 20_000;

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write no spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;

/**
 * What the lexical encoder sees in a text: whole mail addresses, words, and pieces of 3 to 5 letters
 * of each word with its edges marked (so that inflected forms and compounds meet). Scripts without
 * spaces give pieces of 1 to 3 letters instead. Letter case and compatibility forms do not matter.
 */
export function features(text: string): ReadonlyMap<string, Feature> {
  const found = new Map<string, Feature>();
  const folded = fold(text.slice(0, readUnits));
  // Who it is about says more of how a person writes than any single word.
  for (const [whole] of folded.matchAll(address)) note(found, `@${whole}`, 3);
  for (const [run] of folded.matchAll(word)) {
    for (const [piece] of run.matchAll(unspaced)) noteUnspaced(found, [...piece]);
    for (const piece of run.split(unspaced)) if (piece !== '') noteWord(found, piece);
  }
  return found;
}

/** Upper case first: it is what makes `ß` and `ss`, and the two small sigmas, the same. */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

function noteWord(found: Map<string, Feature>, text: string): void {
  const letters = [...text];
  // Short words are mostly grammar, in every language written with spaces.
  const weight = Math.min(letters.length, 6) / 6;
  note(found, `w${text}`, weight);
  const edged = ['<', ...letters, '>'];
  const pieces = [3, 4, 5].flatMap((size) => grams(edged, size));
  // All pieces of a word together weigh about as much as the word, however long it is.
  for (const piece of pieces) note(found, `p${piece}`, weight / Math.sqrt(pieces.length));
}

function noteUnspaced(found: Map<string, Feature>, letters: readonly string[]): void {
  for (const size of [1, 2, 3]) {
    for (const piece of grams(letters, size)) note(found, `c${piece}`, size / 3);
  }
}

function grams(letters: readonly string[], size: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + size <= letters.length; at++) {
    pieces.push(letters.slice(at, at + size).join(''));
  }
  return pieces;
}

function note(found: Map<string, Feature>, name: string, weight: number): void {
  const known = found.get(name);
  // The larger weight, so that the order of the words does not matter.
  if (known)
    Object.assign(known, { weight: Math.max(known.weight, weight), count: known.count + 1 });
  else found.set(name, { weight, count: 1 });
}
