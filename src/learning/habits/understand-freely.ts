import { emojiIn } from '../mail/emoji.ts';
import type { Habit } from './habits.ts';
import { greetingOrClosing } from './understand-greeting.ts';
import { understandLine } from './understand-line.ts';
import { understandSigns } from './understand-signs.ts';

/** "Short", where people name no number. */
const shortMail = 40;

const negated =
  /\b(?:no|not|never|n[’']t|don[’']?t|do not|doesn[’']t|without|avoids?|avoiding|skips?|omits?|leaves? out|drops?|stop|hates?|dislikes?|free of|instead of|rather than|zero)\b/iu;
/** What holds only sometimes is not a habit that can be counted. */
const conditional =
  /\b(?:unless|except|only (?:when|if|for|to)|if|when|whenever|sometimes|sparingly|rarely|occasionally|but|mostly)\b/iu;

/** The words of a clause that say nothing about the habit itself. */
const filler =
  /^(?:please |always |i (?:always |never )?(?:like to |want to |prefer to |would like to )?|my mails? |(?:the )?user )/iu;

/** The habit in a clause as people write it ("no exclamation marks"); `null` for anything else. */
export function understandFreely(clause: string): Habit | null {
  const said = clause.replace(/[.!]+$/u, (end) => (/[”"’']$/u.test(end) ? end : '')).trim();
  if (said.length > 200) return null;
  const { plain, quotes } = setQuotesAside(said);
  if (conditional.test(plain)) return null;
  const use = !negated.test(plain);
  const bare = plain.replace(filler, '');
  let next = 0;
  const signs = understandSigns(bare.replace(/¶/gu, () => quotes[next++] ?? ''));
  if (signs !== null) return signs;
  const [quote] = quotes;
  if (quote !== undefined && quotes.length === 1 && use) {
    const line = understandLine(bare, quote);
    if (line !== null) return line;
  }
  if (quotes.length <= 1) {
    const framed = greetingOrClosing(bare, quote, use);
    if (framed !== undefined) return framed;
  }
  return counted(plain, quotes, use);
}

/** `“…”`, `"…"` and `'…'` become `¶`, so that what is quoted is not taken for an instruction. */
function setQuotesAside(said: string): { plain: string; quotes: readonly string[] } {
  const quotes: string[] = [];
  const plain = said.replace(
    /“([^”]+)”|"([^"]+)"|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|(?<![\p{L}\p{N}])['‘](.+?)['’](?![\p{L}\p{N}])/gu,
    (_, ...groups: unknown[]) => {
      quotes.push(String(groups.slice(0, 5).find((group) => typeof group === 'string') ?? ''));
      return '¶';
    },
  );
  return { plain, quotes };
}

/** Habits of which only the subject and a yes or no have to be found. */
const subjects: readonly (readonly [RegExp, (use: boolean) => Habit | null])[] = [
  [/\bexclamation (?:marks?|points?|signs?)\b/iu, (use) => ({ kind: 'exclamations', use })],
  [/\bspells? out contractions\b/iu, (use) => ({ kind: 'contractions', use: !use })],
  [/\bcontractions?\b|\bcontracted forms?\b/iu, (use) => ({ kind: 'contractions', use })],
  [
    /\b(?:every|each|one) (?:sentence|point|thought)\b.*\b(?:paragraph|line)\b/iu,
    (use) => (use ? { kind: 'paragraphs', shape: 'sentence' } : null),
  ],
  [
    /\b(?:one|single) (?:short )?paragraph\b/iu,
    (use) => (use ? { kind: 'paragraphs', shape: 'one' } : null),
  ],
  [
    /\bbullet(?:s|ed)?\b|\b(?:as|in) a list\b|\b(?:no|never|uses?|avoids?|prefers?|likes?|without|any|numbered) lists?\b/iu,
    (use) => ({ kind: 'list', use }),
  ],
  [
    /^(?:(?:writes?|uses?|prefers?) )?(?:flowing |plain )?prose$/iu,
    (use) => (use ? { kind: 'list', use: false } : null),
  ],
  [
    /\b(?:courtes(?:y|ies)|pleasantr(?:y|ies)|small ?talk|niceties|(?:polite|empty) phrases)\b/iu,
    (use) => ({ kind: 'courtesies', use }),
  ],
  [/\bhedg(?:e|es|ing)\b|\bfiller words?\b/iu, (use) => ({ kind: 'hedges', use })],
];

const keepShort =
  /^(?:please )?(?:keeps? (?:it|(?:the |my )?(?:mails?|emails?|messages?|replies|drafts?)) (?:very )?(?:short|brief|concise)|(?:be|is) (?:very )?(?:brief|concise)|(?:writes? )?(?:short|brief|concise)(?:er)? (?:mails?|emails?|messages?|replies|drafts?)|short(?:er)?|brief(?:er)?)(?: and (?:to the point|sweet))?$/iu;
const thanksForMessage =
  /\bthank(?:s|ing)? (?:people |them |anyone |you )?for (?:their|your|the) (?:message|mail|email)/iu;
const politeWords =
  /^(?:thank(?:s| you) for (?:your|the|reaching)|(?:i )?hope (?:this|you)|please (?:let me know|do not hesitate|don[’']t hesitate)|let me know if|do not hesitate)/iu;
const softWords = /^(?:just|maybe|perhaps|i think|a bit|kind of|sort of|possibly)$/iu;

function counted(plain: string, quotes: readonly string[], use: boolean): Habit | null {
  const words = wordLimit(plain);
  if (words > 0) return { kind: 'length', words };
  if (use && keepShort.test(plain)) return { kind: 'length', words: shortMail };
  // "An exclamation mark in the greeting" is about the greeting.
  if (/\b(?:greetings?|closings?|sign-?offs?|subject|first (?:line|sentence))\b/iu.test(plain)) {
    return null;
  }
  if (/\b(?:emojis?|emoticons?|smileys?|smilies)\b/iu.test(plain)) {
    const [example = '🙂'] = emojiIn(`${plain} ${quotes.join(' ')}`);
    return { kind: 'emoji', use, example: use ? example : '' };
  }
  const found = subjects.find(([subject]) => subject.test(plain));
  if (found) return found[1](use);
  if (use) return null;
  // What is to be left out, by its own words.
  const all = (pattern: RegExp): boolean =>
    quotes.length > 0 && quotes.every((quote) => pattern.test(quote.trim()));
  if (all(politeWords) || thanksForMessage.test(plain)) return { kind: 'courtesies', use };
  if (all(softWords)) return { kind: 'hedges', use };
  return all(/^!$/u) ? { kind: 'exclamations', use } : null;
}

/** The number in "at most 50 words"; 0 where there is none, or it is about something smaller. */
function wordLimit(plain: string): number {
  if (/\b(?:sentences?|at least|over|(?<!no )more than)\b/iu.test(plain)) return 0;
  return Number(/\b(\d{1,4}) words\b/iu.exec(plain)?.[1] ?? 0);
}
