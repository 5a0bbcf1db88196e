import type { EyeFor } from './eye.ts';
import { allSaid, type Block, eachSaid, type Mail, type Said, withBlocks } from './mail.ts';
import { trailingSmileys } from './smiley.ts';
import { gist, outsideQuotes } from './wording.ts';

/** Words of their own for the draft's. */
export const replace: EyeFor<'replace'> = {
  check({ from, to }, mail) {
    const own = allSaid(mail).filter(({ role }) => role !== 'line');
    const says = (words: string): boolean =>
      own.some(({ text }) => exchanged(text, words, '') !== text);
    if (says(from)) return false;
    return says(to) ? true : null;
  },
  apply: ({ from, to }, mail) => exchange(mail, from, to),
  undo: ({ from, to }, mail) => exchange(mail, to, from),
};

const exchange = (mail: Mail, from: string, to: string): Mail =>
  eachSaid(mail, ({ text, role }) => (role === 'line' ? text : exchanged(text, from, to)));

function exchanged(text: string, from: string, to: string): string {
  return outsideQuotes(text, (piece) =>
    piece.replace(wordPattern(from), (found) =>
      /^\p{Lu}/u.test(found) ? to.charAt(0).toUpperCase() + to.slice(1) : to,
    ),
  );
}

const patterns = new Map<string, RegExp>();

/** The words as whole words, in whatever case. */
function wordPattern(words: string): RegExp {
  const literal = words.replace(/[.*+?^$(){}|[\]\\/]/gu, '\\$&');
  const pattern =
    patterns.get(words) ??
    new RegExp(`(?<![\\p{L}\\p{N}'’-])${literal}(?![\\p{L}\\p{N}'’-])`, 'giu');
  patterns.set(words, pattern);
  return pattern;
}

/** A fixed sentence before or after everything else. */
export const line: EyeFor<'line'> = {
  check({ place, text }, mail) {
    const said = allSaid(mail).map((one) => one.text);
    if (said.filter((one) => one === text).length > 1) return false;
    return (place === 'opening' ? said[0] : said.at(-1)) === text;
  },
  apply({ place, text }, mail) {
    const own: Block = { list: false, said: [{ text, role: 'line' }] };
    const { blocks } = without(mail, text);
    return withBlocks(mail, place === 'opening' ? [own, ...blocks] : [...blocks, own]);
  },
  undo: ({ text }, mail) => without(mail, text),
};

const without = (mail: Mail, line: string): Mail =>
  eachSaid(mail, ({ text }) => (text === line ? '' : text));

const question = new RegExp(`\\?${trailingSmileys}`, 'u');
const isQuestion = ({ text }: Said): boolean => question.test(text);

/** Questions before or after the other points; only where there are both. */
export const order: EyeFor<'order'> = {
  check({ questions }, mail) {
    const asked = matterOf(mail).map(isQuestion);
    if (!asked.includes(true) || !asked.includes(false)) return null;
    return questions === 'last'
      ? asked.lastIndexOf(false) < asked.indexOf(true)
      : asked.lastIndexOf(true) < asked.indexOf(false);
  },
  apply({ questions }, mail) {
    const matter = matterOf(mail);
    const first = (one: Said): boolean => isQuestion(one) === (questions === 'first');
    return refilled(mail, [...matter.filter(first), ...matter.filter((one) => !first(one))]);
  },
  undo(_, mail, plain) {
    const places = matterOf(plain).map(({ text }) => gist(text));
    const placeOf = ({ text }: Said): number => {
      const at = places.indexOf(gist(text));
      return at < 0 ? places.length : at;
    };
    return refilled(
      mail,
      matterOf(mail).toSorted((one, other) => placeOf(one) - placeOf(other)),
    );
  },
};

const matterOf = (mail: Mail): readonly Said[] =>
  allSaid(mail).filter(({ role }) => role === 'matter');

/** The mail with its points in this order, in the places where points stood. */
function refilled(mail: Mail, matter: readonly Said[]): Mail {
  const next = matter.values();
  return withBlocks(
    mail,
    mail.blocks.map(({ list, said }) => ({
      list,
      said: said.map((one) => (one.role === 'matter' ? (next.next().value ?? one) : one)),
    })),
  );
}
