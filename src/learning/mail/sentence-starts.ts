/** Words that are no names: whoever begins a sentence with one chose its first letter. */
const common = new Set(
  [
    'the this that these those it we you they there here my your our his her their its all only both',
    'a an he she thank thanks unfortunately please congratulations yes no could can cannot would',
    'should shall do does did is are was were have has had how what when where who why which if as at',
    'on in for from to with without since because but and so or not also just maybe perhaps sorry let',
    'happy glad looking sounds works great good fine ok okay sure any some once after before',
    'until while although though then now today tomorrow tonight yesterday next last one two three',
    'more most many much',
    'der die das den dem ein eine einen wir es ich er man und aber oder wenn dann auch noch nur bitte',
    'danke vielen leider hiermit bei für mit von zu nach auf an im am können könnten kannst könntest',
    'gerne ja nein hier dort dies diese dieser heute gestern wie was wer wo wann warum',
    'le la les un une des je nous vous il elle ils on ce cette ces merci malheureusement',
    'pourriez oui non mais et si pour avec dans en à au du mon ma mes votre vos notre nos',
    'el los las una unos yo usted nosotros gracias lamentablemente podría puede quedo espero sí',
    'pero y para por mi su',
  ].flatMap((words) => words.split(' ')),
);

const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december)$/iu;

/** Whether a word is the name of a day or a month in English; never "may". */
export function isDayOrMonth(word: string): boolean {
  return calendar.test(word.replace(/[^\p{L}]+$/u, ''));
}

/** "iPhone", "eBay", an address: written as they are also at the beginning. */
const ownWay = /^\p{Ll}+\p{Lu}|^\S*[@/.]\S/u;
const firstWord = /^[¿¡(\s]*(\p{L}[\p{L}\p{M}-]*)(.?)/u;
/** "J’ai", "c’est", "n’hésitez" are cut off before a vowel; "D’Arc" is a name. */
const elided = /^[¿¡(\s]*[CcJjNnLlMmTtSsDd]['’]\p{Ll}/u;

/** The first word of a sentence, and whether it is one that is no name; "J." is an initial. */
function begins(sentence: string): { readonly word: string; readonly isCommon: boolean } {
  const [, word = '', mark = ''] = firstWord.exec(sentence) ?? [];
  const isInitial = word.length === 1 && mark === '.';
  const isCommon = common.has(word.toLowerCase()) && !isInitial;
  return { word, isCommon: isCommon || elided.test(sentence) };
}

/**
 * How many sentences begin with a small letter, and how many with a capital that was somebody's choice.
 * Names, "I" and whatever else nobody can tell are neither.
 */
export function sentenceStarts(said: readonly string[]): {
  readonly small: number;
  readonly capital: number;
} {
  let small = 0;
  let capital = 0;
  for (const sentence of said) {
    const { word, isCommon } = begins(sentence);
    if (/^\p{Ll}/u.test(word) && !ownWay.test(sentence.trim())) small++;
    if (/^\p{Lu}/u.test(word) && isCommon) capital++;
  }
  return { small, capital };
}

/**
 * The sentence with a small letter in front. A word that may be a name stays, unless `typed`, its
 * first letter as the user wrote it, is small.
 */
export function withSmallStart(sentence: string, typed: string): string {
  const { word, isCommon } = begins(sentence);
  const chosen = /^\p{Ll}/u.test(typed) && word !== 'I' && !isDayOrMonth(word);
  if (!isCommon && !chosen) return sentence;
  const at = sentence.indexOf(word);
  return sentence.slice(0, at) + sentence.charAt(at).toLowerCase() + sentence.slice(at + 1);
}
