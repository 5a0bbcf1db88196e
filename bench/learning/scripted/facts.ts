import { draw, pick } from './draw.ts';
import { allSaid, eachSaid, type Mail, type Said, withBlocks } from './mail.ts';
import { days, others } from './mails/fill.ts';
import { gist, outsideQuotes, withoutSmileys } from './wording.ts';

const additions = [
  'The parking code is #.',
  'The door code is #.',
  'The reference number is #.',
  'The budget is # euros.',
  'The ticket number is #.',
  'The bus leaves from stop #.',
  'The locker is number #.',
  'The extension is #.',
  'The table is booked under number #.',
  'The parcel weighs # grams.',
] as const;

const addition = new RegExp(
  `^(?:${additions.map((text) => text.replace('#', String.raw`\d+`).replace('.', '[.!]?')).join('|')})$`,
  'iu',
);

/** A change of what a mail says: one thing replaced by another, or a sentence added. */
export type FactualEdit =
  | { readonly kind: 'changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'added'; readonly sentence: string };

/** Whether a sentence is a fact that a user adds in this world. */
export const isAddedFact = (sentence: string): boolean => addition.test(withoutSmileys(sentence));

/** Whether a word is a number, a day or a name, in whatever case. */
export const isFactWord = (word: string): boolean => factWord.test(word);

/**
 * What the user changes about the facts of a mail, by what the key draws: a day, a number or a name of
 * the `plain` draft, or a new fact. `at`, the round, makes a new fact one that never was before.
 */
export function factualEdit(plain: Mail, at: number, key: string): FactualEdit {
  const said = allSaid(plain).filter(({ role }) => role === 'matter');
  const found = said.flatMap(({ text }) => text.match(fact) ?? []);
  if (found.length > 0 && draw(key, 'change or add') < 0.5) {
    const from = pick(found, key, 'from');
    return { kind: 'changed', from, to: another(from, key) };
  }
  const number = 1000 + at * 11 + Math.floor(draw(key, 'number') * 11);
  return {
    kind: 'added',
    sentence: pick(additions, key, 'addition').replace('#', String(number)),
  };
}

const facts = String.raw`\d+|${[...days, ...others].join('|')}`;
const fact = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${facts})(?![\p{L}\p{N}])`, 'gu');
const factWord = new RegExp(`^(?:${facts})$`, 'iu');

function another(from: string, key: string): string {
  if (/^\d/u.test(from)) return String(Number(from) + 1 + Math.floor(draw(key, 'more') * 9));
  const alike = days.includes(from) ? days : others;
  return pick(
    alike.filter((other) => other !== from),
    key,
    'to',
  );
}

/** The mail with the facts as the user has them. What is so already stays as it is. */
export function withFacts(mail: Mail, edit: FactualEdit): Mail {
  if (edit.kind === 'changed') {
    const word = new RegExp(`(?<![\\p{L}\\p{N}])${edit.from}(?![\\p{L}\\p{N}])`, 'gu');
    return eachSaid(mail, ({ text, role }) =>
      role === 'matter' ? outsideQuotes(text, (piece) => piece.replace(word, edit.to)) : text,
    );
  }
  const { sentence } = edit;
  const isThere = allSaid(mail).some(({ text }) => gist(text) === gist(sentence));
  return isThere ? mail : withSentence(mail, { text: sentence, role: 'matter' });
}

/** The mail with one more point, after the last one. */
export function withSentence(mail: Mail, added: Said): Mail {
  const at = mail.blocks.findLastIndex(({ said }) => said.some(({ role }) => role === 'matter'));
  const block = mail.blocks[at];
  if (!block) return withBlocks(mail, [...mail.blocks, { list: false, said: [added] }]);
  const after = block.said.findLastIndex(({ role }) => role === 'matter') + 1;
  const grown = { ...block, said: block.said.toSpliced(after, 0, added) };
  return withBlocks(mail, mail.blocks.with(at, grown));
}

/** The mail without facts that a draft has from other mails; `own` is the one that belongs here. */
export const withoutStrayFacts = (mail: Mail, own: FactualEdit | null): Mail =>
  eachSaid(mail, ({ text }) =>
    isAddedFact(text) && !(own?.kind === 'added' && gist(own.sentence) === gist(text)) ? '' : text,
  );
