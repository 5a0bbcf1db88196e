type Rewrite = readonly [RegExp, string];

const contractable: readonly Rewrite[] = [
  [/\b(can)(?:not| not)\b/gi, "$1't"],
  [/\b(w)ill not\b/gi, "$1on't"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should) not\b/gi, "$1n't"],
  [/\b(I) am\b/g, "$1'm"],
  [/\b(you|we|they) are\b/gi, "$1're"],
  [/\b(it|that|there|he|she) is\b/gi, "$1's"],
  [/\b(I|you|we|they|he|she|it|that|there) will\b/gi, "$1'll"],
  [
    /\b(I|you|we|they) have(?= (?:been|seen|sent|got|paid|done|had|not|just|\p{L}+ed)\b)/giu,
    "$1've",
  ],
  [/\b(I|you|we|they|he|she) would\b/gi, "$1'd"],
];

const expandable: readonly Rewrite[] = [
  [/\b(can)['’]t\b/gi, '$1not'],
  [/\b(w)on['’]t\b/gi, '$1ill not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b/gi, '$1 not'],
  [/\b(I)['’]m\b/g, '$1 am'],
  [/\b(you|we|they)['’]re\b/gi, '$1 are'],
  [/\b(it|that|there|he|she)['’]s\b/gi, '$1 is'],
  [/\b(I|you|we|they|he|she|it|that|there)['’]ll\b/gi, '$1 will'],
  [/\b(I|you|we|they)['’]ve\b/gi, '$1 have'],
  [/\b(I|you|we|they|he|she)['’]d\b/gi, '$1 would'],
];

const rewrite = (text: string, rules: readonly Rewrite[]): string =>
  rules.reduce((done, [from, to]) => done.replace(from, to), text);

/** "I am" → "I'm", "do not" → "don't" and so on. */
export const contract = (text: string): string => rewrite(text, contractable);

/** "I'm" → "I am", "don't" → "do not" and so on. */
export const expand = (text: string): string => rewrite(text, expandable);
