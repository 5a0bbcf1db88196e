import { isGreeting, isSignOff } from '../mail/salutations.ts';
import { countWords } from '../mail/sentences.ts';
import type { Habit } from './habits.ts';
import { nobody } from './nobody.ts';

const mails =
  '(?: (?:(?:the |my |all |every |each )?(?:mails?|emails?|messages?|replies|reply)|it))?';
const sentence = '(?:(?:the |a )?(?:fixed )?(?:sentence|line|phrase|words)(?: of)?:? )?';
const how = `(?: with| on| by (?:saying|writing|adding))? ${sentence}`;
const adds = '(?:adds?|puts?|writes?|says?|includes?|inserts?) ';
const last =
  '(?:at the (?:very )?(?:end|bottom)|as (?:the|a|my) (?:last|final|closing) (?:sentence|line)|before the (?:closing|sign-?off|signature)|after (?:the matter|everything else)|last)';
const first =
  '(?:at the (?:very )?(?:start|beginning|top)|as (?:the|a|my) (?:first|opening) (?:sentence|line)|after the greeting|before (?:the matter|everything else)|first)';

const patterns: readonly (readonly [RegExp, 'opening' | 'closing'])[] = [
  [new RegExp(`^(?:ends?|finish(?:es)?|concludes?)${mails}${how}¶$`, 'iu'), 'closing'],
  [new RegExp(`^(?:begins?|starts?|opens?)${mails}${how}¶$`, 'iu'), 'opening'],
  [new RegExp(`^(?:${adds})?${sentence}¶ ${last}$`, 'iu'), 'closing'],
  [new RegExp(`^(?:${adds})?${sentence}¶ ${first}$`, 'iu'), 'opening'],
];

/**
 * The sentence of their own that a clause wants at one end of the mail, whose one quoted piece stands
 * in `plain` as `¶`: "end with “No rush.”". `null` for a greeting, a sign-off and everything else.
 */
export function understandLine(plain: string, quote: string): Habit | null {
  const text = quote.trim().replace(/\s+/gu, ' ');
  const isSentence = /[.!?…。！？]$/u.test(text) && countWords(text) > 1;
  if (!isSentence || isSignOff(text) || isGreeting(text, nobody, true)) return null;
  const place = patterns.find(([pattern]) => pattern.test(plain))?.[1];
  return place === undefined ? null : { kind: 'line', place, text };
}
