import type { EyeFor } from './eye.ts';
import { allSaid, eachSaid, type Mail, type Said } from './mail.ts';
import { trailingSmileys } from './smiley.ts';
import {
  contracted,
  direct,
  gist,
  hasSmiley,
  isHedged,
  isSoftened,
  outsideQuotes,
  spelledOut,
  withoutSmileys,
} from './wording.ts';

/** A fixed line stays as it is, whatever else they like. */
const reworded = (mail: Mail, how: (text: string, at: number) => string): Mail => {
  let at = -1;
  return eachSaid(mail, ({ text, role }) => {
    at++;
    return role === 'line' ? text : how(text, at);
  });
};

const texts = (mail: Mail): readonly string[] =>
  allSaid(mail)
    .filter(({ role }) => role !== 'line')
    .map(({ text }) => text);

const inPlain = (plain: Mail): ReadonlyMap<string, string> =>
  new Map(texts(plain).map((text) => [gist(text), text]));

export const contractions: EyeFor<'contractions'> = {
  check({ use }, mail) {
    const said = texts(mail);
    const open = said.some((text) => contracted(text) !== text);
    const short = said.some((text) => spelledOut(text) !== text);
    if (!open && !short) return null;
    return use ? !open : !short;
  },
  apply: ({ use }, mail) => reworded(mail, use ? contracted : spelledOut),
  undo: ({ use }, mail) => reworded(mail, use ? spelledOut : contracted),
};

const glad = /^(?:thank|many thanks|congratulations|i hope|(?:i )?look(?:ing)? forward)\b/iu;
const sad = /\b(?:unfortunately|sorry|apologi[sz]e)\b/iu;
const stop = new RegExp(`(?<!\\.)\\.(?=${trailingSmileys})`, 'u');

/** Where they would put an exclamation mark; -1 where nothing is friendly enough. */
function friendly(mail: Mail): number {
  const fits = ({ text, role }: Said): boolean =>
    role !== 'line' && stop.test(text) && !sad.test(text);
  const said = allSaid(mail);
  const first = said.findIndex((one) => fits(one) && glad.test(one.text));
  return first >= 0 ? first : said.findLastIndex(fits);
}

const calm = (text: string): string =>
  outsideQuotes(text, (piece) => piece.replace(/\?!+|!+\?/gu, '?').replace(/!+/gu, '.'));
const isLoud = (text: string): boolean => calm(text) !== text;

export const exclamations: EyeFor<'exclamations'> = {
  check({ use }, mail) {
    if (texts(mail).some(isLoud)) return use;
    if (!use) return true;
    return friendly(mail) < 0 ? null : false;
  },
  apply({ use }, mail) {
    if (!use) return reworded(mail, calm);
    const chosen = friendly(mail);
    return reworded(mail, (text, at) => (at === chosen ? text.replace(stop, '!') : text));
  },
  undo({ use }, mail, plain) {
    const own = inPlain(plain);
    return reworded(mail, (text) => {
      const loud = isLoud(own.get(gist(text)) ?? '');
      if (use) return loud ? text : calm(text);
      return loud ? text.replace(stop, '!') : text;
    });
  },
};

/** Drafts without any preference have no emoji, so there is none to be put back. */
export const emoji: EyeFor<'emoji'> = {
  check: ({ use }, mail) => texts(mail).some(hasSmiley) === use,
  apply({ use, example }, mail) {
    if (!use) return reworded(mail, withoutSmileys);
    const last = allSaid(mail).findLastIndex(({ role }) => role !== 'line');
    return reworded(mail, (text, at) => (at === last ? `${text} ${example}` : text));
  },
  undo: ({ use }, mail) => (use ? reworded(mail, withoutSmileys) : mail),
};

const asks = /^(Could|Can) (you|we) (?!perhaps)/u;
const stated =
  '^(?!Thank|Unfortunately|Please|Pls|Kindly|Congratulations|Yes\\b|No\\b|Could\\b)[^?]*';
const states = new RegExp(`${stated}\\.$`, 'u');
const exclaims = new RegExp(`${stated}[.!]${trailingSmileys}`, 'u');
const common =
  /^(?:The|This|That|It|We|You|They|There|My|Your|Our|All|Both|A|An|He|She|His|Her)\b/u;

/** The sentence they would soften, and how; `null` where none can be. */
function softer(mail: Mail): { readonly at: number; readonly text: string } | null {
  const said = allSaid(mail);
  const find = (pattern: RegExp): number =>
    said.findIndex(({ text, role }) => role === 'matter' && pattern.test(text));
  const asked = find(asks);
  const at = [asked, find(states), find(exclaims)].find((found) => found >= 0) ?? -1;
  const text = said[at]?.text;
  if (text === undefined) return null;
  if (asked >= 0) return { at, text: text.replace(asks, '$1 $2 perhaps ') };
  const goesOn = common.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return { at, text: `Just so you know, ${goesOn}` };
}

export const hedges: EyeFor<'hedges'> = {
  check({ use }, mail) {
    if (!use) return !texts(mail).some(isSoftened);
    if (texts(mail).some(isHedged)) return true;
    return softer(mail) === null ? null : false;
  },
  apply({ use }, mail) {
    if (!use) return reworded(mail, direct);
    const change = softer(mail);
    return reworded(mail, (text, at) => (at === change?.at ? change.text : text));
  },
  undo({ use }, mail, plain) {
    const own = inPlain(plain);
    return reworded(mail, (text) => {
      const before = own.get(gist(text));
      if (before === undefined || isSoftened(before) === isSoftened(text)) return text;
      return use ? direct(text) : before;
    });
  },
};
