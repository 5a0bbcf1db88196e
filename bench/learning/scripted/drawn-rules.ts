import { between, draw, pickByChance, sample } from './draw.ts';
import { chances } from './drawn-chances.ts';
import { type Circle, drawParts, type Part } from './drawn-reach.ts';
import { drawMatters, drawWish, type Matter } from './drawn-wish.ts';
import type { Rule } from './persona.ts';
import type { Wish } from './wish.ts';

/** A rule, and what it was drawn from. */
interface Drawn {
  readonly rule: Rule;
  readonly matter: Matter;
  readonly part: Part;
}

/** The rules of a drawn user whose name is `user`, by what the key draws. */
export function drawRules(circle: Circle, user: string, key: string): Rule[] {
  const drawn = drawMatters(key).flatMap((matter) => {
    const own = `${key}/${matter.kind} ${matter.about}`;
    return rulesAbout(matter, drawParts(matter, circle, own), user, own);
  });
  const rules = draw(key, 'drift') < chances.drift ? drifted(drawn, user, key) : drawn;
  return rules.map(({ rule }, at) => ({ ...rule, id: `${at + 1} ${rule.id}` }));
}

/** The last is drawn first: an exception that wishes the same would be none, and is left out. */
function rulesAbout(matter: Matter, parts: readonly Part[], user: string, key: string): Drawn[] {
  const last = parts.at(-1);
  if (!last) return [];
  const wish = drawWish(matter, { ...last, user }, `${key}/last`);
  const before = parts.slice(0, -1).flatMap((part, at) => {
    const other = otherWish(matter, part, wish, user, `${key}/${at}`);
    return other ? [ruled(matter, part, other)] : [];
  });
  return [...before, ruled(matter, last, wish)];
}

function ruled(matter: Matter, part: Part, wish: Wish): Drawn {
  const id = matter.about === matter.kind ? matter.kind : `${matter.kind} ${matter.about}`;
  return { rule: { id, wish, where: part.where, from: 0 }, matter, part };
}

/** After so many draws there is probably no other wish. */
const attempts = 40;

/** A wish that is not this one; `null` where none is drawn. */
function otherWish(matter: Matter, part: Part, than: Wish, user: string, key: string): Wish | null {
  const known = JSON.stringify(than);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const wish = drawWish(matter, { ...part, user }, `${key}/${attempt}`);
    if (JSON.stringify(wish) !== known) return wish;
  }
  return null;
}

/** Some of the rules give way to others in one round. */
function drifted(drawn: readonly Drawn[], user: string, key: string): Drawn[] {
  const at = between(chances.driftRounds, key, 'drift round');
  const next = new Map(
    drawn.flatMap((one, index) => {
      const { rule, matter, part } = one;
      // What is wished changes, and whom it is for does not: also “Dear Dr.” may go.
      const open = { ...part, isForLawyers: false };
      const wish = otherWish(matter, open, rule.wish, user, `${key}/drift ${index}`);
      return wish ? [[one, ruled(matter, part, wish)] as const] : [];
    }),
  );
  const count = pickByChance(chances.drifting, key, 'drifting');
  const changing = new Set(sample([...next.keys()], count, key, 'drifts'));
  return drawn.flatMap((one) => {
    const after = next.get(one);
    if (!after || !changing.has(one)) return [one];
    return [
      { ...one, rule: { ...one.rule, until: at } },
      { ...after, rule: { ...after.rule, from: at } },
    ];
  });
}
