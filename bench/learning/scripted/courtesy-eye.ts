import type { Context } from '../../../src/learning/types.ts';
import type { EyeFor } from './eye.ts';
import { allSaid, type Block, type Mail, withBlocks } from './mail.ts';

type Place = 'opening' | 'closing';
const places: readonly Place[] = ['opening', 'closing'];

/** Courtesies before and after the matter; a mail of nothing else gives no occasion. */
export const courtesies: EyeFor<'courtesies'> = {
  check({ use, only }, mail) {
    if (!allSaid(mail).some(({ role }) => role === 'matter')) return null;
    const has = places.filter((place) => said(mail, place).length > 0);
    if (!use) return has.length === 0;
    return only === undefined ? has.length > 0 : has.length === 1 && has[0] === only;
  },
  apply({ use, only }, mail, context) {
    const place = only ?? 'closing';
    if (!use) return placed(mail, {});
    return placed(mail, { [place]: said(mail, place)[0] ?? courtesy(place, context) });
  },
  undo: (_, mail, plain) =>
    placed(mail, Object.fromEntries(places.map((place) => [place, said(plain, place)[0]]))),
};

/** What they say where a courtesy is missing. */
function courtesy(place: Place, { incoming }: Context): string {
  if (place === 'closing') return 'Please let me know if you have any questions.';
  return incoming === null ? 'I hope all is well.' : 'Thank you for your message.';
}

const said = (mail: Mail, place: Place): readonly string[] =>
  allSaid(mail)
    .filter(({ role }) => role === place)
    .map(({ text }) => text);

/** Has a courtesy at each of these places and at no other; one that is there already stays. */
function placed(mail: Mail, wanted: Partial<Record<Place, string | undefined>>): Mail {
  const kept = mail.blocks.map(({ list, said: all }) => ({
    list,
    said: all.filter(({ role }) => !isPlace(role) || wanted[role] !== undefined),
  }));
  const missing = (place: Place): Block[] => {
    const text = wanted[place];
    const add = text !== undefined && said(mail, place).length === 0;
    return add ? [{ list: false, said: [{ text, role: place }] }] : [];
  };
  return withBlocks(mail, [...missing('opening'), ...kept, ...missing('closing')]);
}

const isPlace = (role: string): role is Place => role === 'opening' || role === 'closing';
