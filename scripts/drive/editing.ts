import DiffMatchPatch from 'diff-match-patch';

/** One thing a writer does at the caret. Lengths are in what one arrow key passes or deletes. */
export type Step =
  | { readonly kind: 'pass'; readonly characters: number }
  | { readonly kind: 'delete'; readonly characters: number }
  | { readonly kind: 'type'; readonly text: string };

const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * How somebody with a keyboard gets from one text to another, from the first character on: whole
 * words are kept, taken out or typed.
 */
export function stepsBetween(before: string, after: string): Step[] {
  const alphabet = new Map<string, string>();
  // Every word stands for one character, so that the diff cannot cut a word in two.
  const encode = (text: string): string =>
    [...words.segment(text)].map(({ segment }) => letterFor(alphabet, segment)).join('');
  const [from, to] = [encode(before), encode(after)];
  const meaning = new Map([...alphabet].map(([word, letter]) => [letter, word]));
  const decode = (letters: string): string =>
    [...letters].map((letter) => meaning.get(letter) ?? '').join('');

  return new DiffMatchPatch().diff_main(from, to, false).map(([operation, letters]): Step => {
    const text = decode(letters);
    if (operation === DiffMatchPatch.DIFF_INSERT) return { kind: 'type', text };
    const kind = operation === DiffMatchPatch.DIFF_DELETE ? 'delete' : 'pass';
    return { kind, characters: [...characters.segment(text)].length };
  });
}

function letterFor(alphabet: Map<string, string>, word: string): string {
  const known = alphabet.get(word);
  if (known) return known;
  // The private use area: no surrogates, 6,400 different words, far more than a mail has.
  const letter = String.fromCharCode(0xe000 + alphabet.size);
  alphabet.set(word, letter);
  return letter;
}
