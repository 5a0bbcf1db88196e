/** Pronouns that start a question after "don't": "don't you" cannot be spelled out in place. */
const inverted = '(?! (?:i|you|he|she|it|we|they|there)\\b)';
const apostrophe = "['’]";
const before = "(?<![\\p{L}\\p{N}'’])";

interface Rule {
  readonly from: RegExp;
  readonly to: string | ((...groups: string[]) => string);
}

const rule = (from: string, to: Rule['to']): Rule => ({
  from: new RegExp(`${before}${from}`, 'giu'),
  to,
});

const participles =
  '(?:been|seen|sent|done|got|had|made|paid|read|written|found|moved|put|asked|told|spoken|taken|given|\\p{L}{2,}ed)';
const pronouns = '(i|you|he|she|it|we|they|that|there|what|who|where|how|here)';

const spellings: readonly Rule[] = [
  rule(`won${apostrophe}t(?![\\p{L}])${inverted}`, (found) => like(found, 'will not')),
  rule(`shan${apostrophe}t(?![\\p{L}])${inverted}`, (found) => like(found, 'shall not')),
  rule(`can${apostrophe}t(?![\\p{L}])${inverted}`, (found) => like(found, 'cannot')),
  rule(
    `(do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n${apostrophe}t(?![\\p{L}])${inverted}`,
    '$1 not',
  ),
  rule(`(i)${apostrophe}m(?![\\p{L}])`, '$1 am'),
  rule(`(you|we|they)${apostrophe}re(?![\\p{L}])`, '$1 are'),
  rule(`(i|you|we|they)${apostrophe}ve(?![\\p{L}])`, '$1 have'),
  rule(`(i|you|he|she|it|we|they|that|there)${apostrophe}ll(?![\\p{L}])`, '$1 will'),
  rule(`(i|you|he|she|we|they)${apostrophe}d(?= (?:better|been)\\b)`, '$1 had'),
  rule(`(i|you|he|she|we|they)${apostrophe}d(?![\\p{L}])`, '$1 would'),
  rule(`${pronouns}${apostrophe}s(?= (?:been|got|had)\\b)`, '$1 has'),
  rule(`${pronouns}${apostrophe}s(?![\\p{L}])`, '$1 is'),
];

/** Not before a pause: nobody writes "that's how it's." */
const goesOn = '(?= [\\p{L}\\p{N}])';

/** Negations first: "we aren't" and "it won't" rather than "it'll not". */
const shortenings: readonly Rule[] = [
  rule(`(?:cannot|can not)(?![\\p{L}])${inverted}`, (found) => like(found, "can't")),
  rule(`will not(?![\\p{L}])${inverted}`, (found) => like(found, "won't")),
  rule(
    `(do|does|did|is|are|was|were|has|have|had|could|would|should) not(?![\\p{L}]| only\\b)${inverted}`,
    "$1n't",
  ),
  rule(`(i) am${goesOn}`, "$1'm"),
  rule(`(you|we|they) are${goesOn}`, "$1're"),
  rule(`(it|that|there|he|she|here|what|who|where) is${goesOn}`, "$1's"),
  rule(`(i|you|he|she|it|we|they) will${goesOn}`, "$1'll"),
  rule(`(i|you|we|they) have(?= (?:already |just |also |never )?${participles}\\b)`, "$1've"),
  rule(`(i|you|he|she|we|they) would${goesOn}`, "$1'd"),
];

/** `text` with a capital where `found` has one. */
function like(found: string, text: string): string {
  return /^\p{Lu}/u.test(found) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function apply(rules: readonly Rule[], text: string): { text: string; count: number } {
  let count = 0;
  let changed = text;
  for (const { from, to } of rules) {
    changed = changed.replace(from, (found: string, group: unknown) => {
      count++;
      return typeof to === 'string' ? to.replace('$1', String(group)) : to(found);
    });
  }
  return { text: changed, count };
}

/** English contractions spelled out: "I'm" becomes "I am". "Let's" and "don't you" stay. */
export function spellOut(text: string): string {
  return apply(spellings, text).text;
}

/** English contracted where people do: "I am late" becomes "I'm late", with a straight apostrophe. */
export function contract(text: string): string {
  return apply(shortenings, text).text;
}

/** How many contractions a text has that could be spelled out. */
export function countContractions(text: string): number {
  return apply(spellings, text).count;
}

/** How many places of a text could be contracted and are not. */
export function countSpelledOut(text: string): number {
  return apply(shortenings, text).count;
}
