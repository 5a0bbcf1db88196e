const irregular: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  isn: 'aren',
  wasn: 'weren',
  hasn: 'haven',
  doesn: 'don',
  goes: 'go',
};

/** A clause about somebody ("whether he has the number") as it is said to them ("you have"). */
export function toYou(clause: string): string {
  return (
    clause
      .replace(/\b(?:s?he)['’]s\b/giu, 'you are')
      .replace(/\bs?he (\p{L}+)/giu, (_, verb: string) => `you ${secondPerson(verb)}`)
      .replace(/\bthey\b/giu, 'you')
      .replace(/\b(?:his|their)\b/giu, 'your')
      // "Her" is both "your" and "you": something follows that can be owned, or nothing does.
      .replace(
        /\bher\b(?= (?!to\b|for\b|in\b|on\b|at\b|by\b|with\b|about\b|and\b|or\b)\p{L})/giu,
        'your',
      )
      .replace(/\b(?:him|her|them)\b/giu, 'you')
      .replace(/\b(?:himself|herself|themselves)\b/giu, 'yourself')
  );
}

function secondPerson(verb: string): string {
  const known = irregular[verb.toLowerCase()];
  if (known !== undefined) return known;
  if (/(?:ss|us|is)$/iu.test(verb) || !/s$/iu.test(verb)) return verb;
  if (/ies$/iu.test(verb)) return `${verb.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss|zz)es$/iu.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}
