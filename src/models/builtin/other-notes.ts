import type { NoteRule } from './english-notes.ts';
import type { Language } from './phrases.ts';

const rule = (pattern: string, say: NoteRule[1]): NoteRule => [
  new RegExp(`^${pattern}$`, 'isu'),
  say,
];

/** Without one, "Termin absagen" makes no sentence. */
const article = '(?:den|die|das|dem|diesen?|dieses|alle[ns]?|(?:ihr|dein|mein|unser)(?:e[nsrm]?)?)';

/** How notes in the other languages are said; fewer than in English, and only what is safe. */
export const otherRules: Readonly<Record<Exclude<Language, 'en'>, readonly NoteRule[]>> = {
  de: [
    rule(
      '(?:bitte )?(?:frage?n?|nach)fragen,? (ob|wann|wo|was|wer|wie|warum|welche\\p{L}*) (.+)',
      (how, rest) => `Können Sie mir sagen, ${how} ${rest}?`,
    ),
    rule(
      'frage?n?(?: (?:ihn|sie))?,? (ob|wann|wo|was|wer|wie|warum|welche\\p{L}*) (.+)',
      (how, rest) => `Können Sie mir sagen, ${how} ${rest}?`,
    ),
    rule(
      '(?:danke|danken|dank|vielen dank)(?: ihm| ihr)? für (.+)',
      (thing) => `Vielen Dank für ${thing}.`,
    ),
    rule('um (.+) bitten', (thing) => `Ich bitte um ${thing}.`),
    rule('bitten? um (.+)', (thing) => `Ich bitte um ${thing}.`),
    rule('bestätige (.+)', (thing) => `Ich bestätige ${thing}.`),
    rule(`(${article} .+) bestätigen`, (thing) => `Ich kann ${thing} bestätigen.`),
    rule('(?:leider )?(?:absagen|ablehnen)', () => 'Leider muss ich absagen.'),
    rule(
      `(?:leider )?(${article} .+) (absagen|ablehnen|verschieben)`,
      (thing, verb) => `Leider muss ich ${thing} ${verb}.`,
    ),
    rule(
      '(?:sage?n?|schreiben?|mitteilen)(?: (?:ihm|ihr|ihnen))?,? dass (.+)',
      (clause) => `Ich teile Ihnen mit, dass ${clause}.`,
    ),
    rule('zusagen', () => 'Ich sage gerne zu.'),
  ],
  fr: [
    rule(
      "demander?(?:[- ]lui)? (si|s[’']|quand|où|comment|pourquoi|combien) ?(.+)",
      (how, rest) => `Pourriez-vous me dire ${how}${/['’]$/u.test(how) ? '' : ' '}${rest} ?`,
    ),
    rule(
      '(?:remercier?|merci)(?:[- ]le|[- ]la)? (pour|de) (.+)',
      (how, thing) => `Merci ${how} ${thing}.`,
    ),
    rule('confirmer? que (.+)', (clause) => `Je vous confirme que ${clause}.`),
    rule('confirmer? (.+)', (thing) => `Je vous confirme ${thing}.`),
    rule('(?:refuser?|décliner?) (.+)', (thing) => `Malheureusement, je dois décliner ${thing}.`),
    rule('(?:refuser?|décliner?)', () => 'Malheureusement, je dois décliner.'),
    rule('(?:dire|dis)(?:[- ]lui)? que (.+)', (clause) => clause),
  ],
  es: [
    rule(
      'pregunt(?:ar|a)(?:le)? (si|cuándo|cuando|dónde|donde|cómo|como|por qué) (.+)',
      (how, rest) => `¿Podría decirme ${how} ${rest}?`,
    ),
    rule('(?:agradecer|agradece|gracias)(?:le)? por (.+)', (thing) => `Gracias por ${thing}.`),
    rule('(?:pedir|pide)(?:le)? (?!que\\b)(.+)', (thing) => `¿Podría enviarme ${thing}?`),
    rule('confirm(?:ar|a) que (.+)', (clause) => `Le confirmo que ${clause}.`),
    rule('confirm(?:ar|a) (.+)', (thing) => `Le confirmo ${thing}.`),
    rule(
      '(?:rechaz(?:ar|a)|declin(?:ar|a)) (.+)',
      (thing) => `Lamentablemente, debo rechazar ${thing}.`,
    ),
    rule('(?:rechazar|declinar)', () => 'Lamentablemente, no puedo aceptar.'),
    rule('(?:decir|di)(?:le)? que (.+)', (clause) => clause),
  ],
};
