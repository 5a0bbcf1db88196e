/** A dash between clauses, with the words on its sides. */
export interface Dash {
  readonly before: string;
  readonly after: string;
}

/** A hyphen or dash between spaces, or a long one without. */
const dash = /(?=[ —])(?<=(\S{1,60}))(?: (?:-|–|—|--) |—)(?=([^\s—]{1,60}))/gu;

const isNamed = (word: string): boolean => /^\p{Lu}/u.test(word) && !/^I(?!\p{L})/u.test(word);

/** "10 – 12", "Monday – Friday", "Berlin – Hamburg": from one to the other. */
function isRange(before: string, after: string): boolean {
  const numbers = /\p{N}/u.test(before) && /^\p{N}/u.test(after);
  return numbers || (isNamed(before) && isNamed(after));
}

function isBetweenClauses(before: string, after: string): boolean {
  const areWords = [before, after].every((word) => /[\p{L}\p{N}\uFFFC]/u.test(word));
  return areWords && !isRange(before, after);
}

/** The dashes between clauses; not those of ranges, of lists and inside of words. */
export function dashesIn(text: string): Dash[] {
  return [...text.matchAll(dash)].flatMap(([, before = '', after = '']) =>
    isBetweenClauses(before, after) ? [{ before, after }] : [],
  );
}

/** The text with commas for the dashes between its clauses. */
export function withoutDashes(text: string): string {
  return text.replace(dash, (found: string, before: string, after: string) => {
    if (!isBetweenClauses(before, after)) return found;
    return /[\p{L}\p{N}\uFFFC)”"’'*%€$]$/u.test(before) ? ', ' : ' ';
  });
}

const clause = 'it|i|we|you|there|they|he|she|but|so|because';
/** Three words at least before the comma, so that no "Unfortunately," is cut off; English only. */
const dashable = new RegExp(
  `^((?!(?:if|when|whenever|as|because|since|while|although|though|once|after|before|until|unless|just so)\\b)[^\\s,]+(?: [^\\s,]+){2,}), (?=(?:${clause})\\b[^,]*$)`,
  'iu',
);

/** Whether the one comma of a sentence (English) stands where a dash could. */
export function couldHaveDash(sentence: string): boolean {
  return dashesIn(sentence).length === 0 && dashable.test(sentence);
}

/** The sentence with a dash for the comma between its clauses, where `couldHaveDash`. */
export function withDash(sentence: string): string {
  return couldHaveDash(sentence) ? sentence.replace(dashable, '$1 – ') : sentence;
}
