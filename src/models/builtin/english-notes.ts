import { toYou } from './to-you.ts';

/** A pattern over a lower-cased beginning, and what the note says in a mail. */
export type NoteRule = readonly [RegExp, (...groups: string[]) => string];

const documents =
  /\b(?:invoice|report|file|document|slides?|cop(?:y|ies)|link|address|number|list|data|contract|form|version|photos?|details|quote|figures|receipt|template|minutes|agenda|login|cv|certificate|statement|logo|pdf|spreadsheet|screenshots?)\b/iu;
const meetings = /\b(?:meeting|call|chat|appointment|lunch|demo|workshop)\b/iu;
const direct =
  /^(?:what|when|where|who|why|how|which)(?: (?!is\b|are\b)\p{L}+)? (?:is|are|was|were|do|does|did|can|could|will|would|should) \p{L}/iu;

function request(thing: string): string {
  if (/^help\b/iu.test(thing))
    return `Could you help me ${thing.replace(/^help\s*/iu, '')}?`.replace(' ?', '?');
  if (meetings.test(thing)) return `Could we arrange ${thing}?`;
  return documents.test(thing) ? `Could you send me ${thing}?` : `Could you let me have ${thing}?`;
}

const together =
  /^(?:reschedule|postpone|meet|move|push|talk|discuss|speak|arrange|schedule|delay|extend)\b/iu;

/**
 * How notes in English, written to oneself about the addressee, are said to them. `names` are the
 * addressee's; the first rule that fits wins; a note that none fits stands as the user wrote it.
 */
export function englishRules(names: readonly string[]): readonly NoteRule[] {
  const person = ['him', 'her', 'them', ...names.map(escaped)].join('|');
  const begins =
    (start: string) =>
    (pattern: string, say: NoteRule[1]): NoteRule => [
      new RegExp(`^(?:${start})*(?:${pattern})$`, 'isu'),
      say,
    ];
  const rule = begins('please |also |and |then |politely |kindly ');
  // "Please confirm the order" is said to the addressee already; "confirm the order" is not.
  const own = begins('also |and |then ');
  const whom = `(?: (?:${person}))`;
  return [
    rule(`ask${whom}? how (?:s?he is|they are)(?: doing)?`, () => 'How are you?'),
    rule(
      `(?:ask|check|find out)${whom}? (if|whether) (.+)`,
      (how, clause) => `Could you tell me ${how} ${toYou(clause)}?`,
    ),
    rule(`ask${whom}? ((?:when|where|who|what|why|how|which)\\b.*)`, (clause) =>
      direct.test(clause) ? `${toYou(clause)}?` : `Could you tell me ${toYou(clause)}?`,
    ),
    rule(`(?:ask${whom}? for|request) (.+)`, (thing) => request(toYou(thing))),
    rule(`ask${whom}? not to (.+)`, (act) => `Please do not ${toYou(act)}.`),
    rule(`ask${whom} to (.+)`, (act) => `Could you ${toYou(act)}?`),
    rule('ask to (.+)', (act) => `Could ${together.test(act) ? 'we' : 'you'} ${toYou(act)}?`),
    rule(
      `(?:ask${whom}?|inquire|enquire) about (.+)`,
      (thing) => `I would like to ask about ${toYou(thing)}.`,
    ),
    rule(`(?:tell|remind)${whom} not to (.+)`, (act) => `Please do not ${toYou(act)}.`),
    rule(`tell${whom} to (.+)`, (act) => `Please ${toYou(act)}.`),
    rule(`remind${whom} to (.+)`, (act) => `Please remember to ${toYou(act)}.`),
    rule(
      `remind${whom} that (.+)`,
      (clause) => `I would like to remind you that ${toYou(clause)}.`,
    ),
    rule(
      `remind${whom} (about|of) (.+)`,
      (_, thing) => `This is a reminder about ${toYou(thing)}.`,
    ),
    rule(`(?:tell|inform)${whom} that (.+)`, (clause) => clause),
    rule(`let${whom} know that (.+)`, (clause) => clause),
    rule(
      `(?:tell|let)${whom}(?: know)? ((?:i|we|it|the|my|our|there|you)\\b.+)`,
      (clause) => clause,
    ),
    own('(?:note|point out|explain|reply|answer|respond|write) that (.+)', (clause) => clause),
    rule('(?:say|mention) that (.+)', (clause) => clause),
    rule('say ((?:i|we|it|there|the|my|our)\\b.+)', (clause) => clause),
    rule(
      `(?:say )?(?:thanks|thank you|thank${whom}|many thanks) for (.+)`,
      (thing) => `Thank you for ${toYou(thing)}.`,
    ),
    rule(`(?:say )?(?:thanks|thank you)|thank${whom}`, () => 'Thank you.'),
    own('confirm (if|whether) (.+)', (how, clause) => `Could you confirm ${how} ${toYou(clause)}?`),
    own('confirm (.+)', (thing) => `I confirm ${toYou(thing)}.`),
    own('confirm', () => 'I can confirm this.'),
    rule(
      '(?:decline|refuse|turn down|reject|say no)(?: to)?(?: (?:politely|kindly))?',
      () => 'Unfortunately, I have to decline.',
    ),
    rule(
      '(?:decline|refuse|turn down|reject|say no to) (.+?)(?: (?:politely|kindly))?',
      (thing) => `Unfortunately, I have to decline ${toYou(thing)}.`,
    ),
    rule(
      "(?:can[’']?t|cannot|can not) (?!(?:i|you|we|he|she|it|they|the)\\b)(.+)",
      (act) => `Unfortunately, I cannot ${act}.`,
    ),
    own(
      '(unable to|not able to|not available|unavailable)(.*)',
      (what, rest) => `Unfortunately, I am ${what.toLowerCase()}${rest}.`,
    ),
    own('(?:say yes|accept)', () => 'Yes, that works for me.'),
    own('(?:say yes to|accept) (.+)', (thing) => `I am happy to accept ${toYou(thing)}.`),
    own('agree(.*)', (rest) => `I agree${toYou(rest)}.`),
    rule(`(?:apologi([sz])e|say sorry)(?: to(?:${whom}))?`, () => 'I am sorry.'),
    rule(
      `apologi([sz])e(?: to${whom})? for (.+)`,
      (letter, thing) => `I apologi${letter}e for ${toYou(thing)}.`,
    ),
    own(
      '(?:say )?sorry (for|about|that|to) (.+)',
      (how, thing) => `I am sorry ${how} ${toYou(thing)}.`,
    ),
    rule(`congratulate${whom} (on|for) (.+)`, (_, thing) => `Congratulations on ${toYou(thing)}.`),
    own(
      '(suggest|propose|recommend) (.+)',
      (verb, thing) => `I ${verb.toLowerCase()} ${toYou(thing)}.`,
    ),
    own('offer to (.+)', (act) => `I would be glad to ${toYou(act)}.`),
    rule(
      `invite${whom} (to|for) (.+)`,
      (how, thing) => `I would like to invite you ${how} ${toYou(thing)}.`,
    ),
    rule(`wish${whom} (.+)`, (thing) => `I wish you ${toYou(thing)}.`),
    own(
      '(reschedule|postpone|schedule|arrange|set up) (.+)',
      (verb, thing) => `Could we ${verb.toLowerCase()} ${toYou(thing)}?`,
    ),
    own('cancel (.+)', (thing) => `I would like to cancel ${toYou(thing)}.`),
    own('follow up on (.+)', (thing) => `I am following up on ${toYou(thing)}.`),
    ...withoutSubject(own),
  ];
}

/** "Will send it tomorrow", "sounds good": people leave the subject out of their notes. */
function withoutSubject(
  rule: (pattern: string, say: NoteRule[1]) => NoteRule,
): readonly NoteRule[] {
  const pronoun = 'i|you|we|he|she|it|they|there|this|that|anyone|somebody';
  const first: NoteRule[1] = (verb, rest) => `I ${verb.toLowerCase()} ${rest}.`;
  return [
    rule('will do', () => 'I will do that.'),
    // "Will the …" and "can you …" are questions.
    rule(`(will|can|am) (?!(?:${pronoun}|the|your|my|our)\\b)(.+)`, first),
    rule(`(have|had) (?!(?:${pronoun})\\b)(.+)`, first),
    rule('(need|want|hope|received|sent|got|finished|paid|saw) (.+)', first),
    rule(
      "(don[’']t|do not) (have|know|think|need|want|see|agree|mind)\\b(.*)",
      (not, verb, rest) => `I ${not.toLowerCase()} ${verb.toLowerCase()}${rest}.`,
    ),
    rule(
      '(not sure|happy to|glad to|looking forward|unsure|free|available|away|busy)\\b(.*)',
      (what, rest) => `I am ${what.toLowerCase()}${toYou(rest)}.`,
    ),
    rule(
      '(sounds|works|looks) (good|great|fine|perfect|well|for|ok|okay|like)\\b(.*)',
      (verb, what, rest) => `That ${verb.toLowerCase()} ${what}${rest}.`,
    ),
    rule(
      "(?:that is |that[’']s )?(?:fine|ok|okay)(?: (?:with|by|for) me)?",
      () => 'That is fine with me.',
    ),
  ];
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
