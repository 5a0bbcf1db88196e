import type { Habit } from './habits.ts';

const whole = (...wordings: readonly string[]): RegExp =>
  new RegExp(`^(?:${wordings.join('|')})(?: please)?$`, 'iu');

const uses = '(?:uses?|prefers?|likes?|loves?|wants?)';
const writes = '(?:uses?|prefers?|writes?|types?|puts?|likes?)';
const avoids =
  "(?:no|without|avoids?|avoiding|skips?|drops?|omits?|hates?|dislikes?|(?:never|do not|don[’']?t|does not|doesn[’']t) (?:uses?|writes?|likes?|types?|puts?|want)|leaves? out|stop using)(?: any| the)?";
const rather = '(?:instead of|rather than|in place of|not|over)';

const and = '(?:the word )?(?:and|und|et|y)';
const sign = '(?:an? |the )?(?:&|ampersands?)(?: signs?)?';
const dash =
  '(?:an? |the )?(?:(?:em|en|long)(?:[ -]|(?:[ -]| )(?:or|and) en[ -]))?dash(?:es)?|[–—]';
const clauses =
  '(?: (?:between|to (?:join|separate|connect|link)) (?:clauses|sentences|thoughts))?';
const small = '(?:lower[ -]?case|small)';
const letters = '(?: letters?)?';
const starts = '(?:(?:the )?(?:starts?|beginnings?) of (?:a |the )?sentences?|sentence starts?)';
const capital = '(?:capitals?|capital letters?|upper[ -]?case(?: letters?)?)';

/** What is said of "&", of dashes and of capitals, each as a whole clause without quotation marks. */
const wordings: readonly (readonly [RegExp, Habit])[] = [
  [
    whole(
      `${writes} (?:${sign}) (?:${rather}|for) ${and}`,
      `${uses} (?:${sign})`,
      `(?:${sign}) ${rather} ${and}`,
      `(?:replaces?|swaps?|abbreviates?|shortens?|writes?) ${and} (?:with|by|as|to|for) (?:${sign})`,
    ),
    { kind: 'ampersands', use: true },
  ],
  [
    whole(
      `${avoids} (?:${sign})(?: for ${and})?`,
      `(?:${writes} )?${and} ${rather} (?:${sign})`,
      `(?:replaces?|swaps?|writes?) (?:${sign}) (?:with|by|as|to|for) ${and}`,
      `(?:spells?|writes?) (?:out (?:${and}|${sign})|(?:${and}|${sign}) out)`,
    ),
    { kind: 'ampersands', use: false },
  ],
  [
    whole(
      `${writes} (?:${dash})${clauses}`,
      `(?:${writes} )?(?:${dash}) ${rather} (?:commas?|semicolons?|parenthes[ei]s|brackets|colons?)`,
    ),
    { kind: 'dashes', use: true },
  ],
  [
    whole(
      `${avoids} (?:${dash})${clauses}`,
      `(?:${writes} )?(?:commas?|full stops?|periods?) ${rather} (?:${dash})`,
    ),
    { kind: 'dashes', use: false },
  ],
  [
    whole(
      `(?:${writes} |keeps? )?(?:everything |all |it )?(?:(?:is |in )?(?:all |only )?)${small}${letters}(?: only| throughout| everywhere)?`,
      `${avoids} ${capital}(?: at ${starts})?`,
      `(?:no|avoids?|without) capitali[sz]ation`,
      `(?:never|do not|don[’']?t|does not|doesn[’']t) capitali[sz]es?(?: (?:sentences|${starts}|anything))?`,
      `(?:begins?|starts?) (?:all |every |the |your )?sentences? (?:in|with) (?:an? )?${small}${letters}`,
      `${writes} (?:an? )?${small}${letters} at ${starts}`,
    ),
    { kind: 'capitals', use: false },
  ],
  [
    whole(
      `capitali[sz]es? (?:all |every |the |your )?(?:sentences?|${starts})`,
      `(?:begins?|starts?) (?:all |every |the |your )?sentences? (?:in|with) (?:an? )?${capital}`,
      `${writes} (?:an? )?${capital} at ${starts}`,
      `(?:${writes} )?(?:proper|correct|normal|standard|usual) (?:capitali[sz]ation|${capital})`,
    ),
    { kind: 'capitals', use: true },
  ],
];

/** The habit of signs and letters that a clause asks for: "no dashes", "all lower case". */
export function understandSigns(plain: string): Habit | null {
  return wordings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
