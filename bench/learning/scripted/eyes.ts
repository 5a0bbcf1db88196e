import type { Context } from '../../../src/learning/types.ts';
import { courtesies } from './courtesy-eye.ts';
import type { Eye } from './eye.ts';
import { closing, greeting } from './frame-eyes.ts';
import { list, paragraphs } from './layout-eyes.ts';
import type { Mail } from './mail.ts';
import { line, order, replace } from './own-eyes.ts';
import type { Wish } from './wish.ts';
import { contractions, emoji, exclamations, hedges } from './wording-eyes.ts';

/** In the order in which wishes are applied: what a later one does, no earlier one undoes again. */
const eyes = {
  greeting,
  closing,
  courtesies,
  emoji,
  hedges,
  replace,
  contractions,
  exclamations,
  order,
  list,
  line,
  paragraphs,
};
const kinds = Object.keys(eyes);

function eyeOf<W extends Wish>({ kind }: W): Eye<W> {
  // The table has for each kind the eye for wishes of this kind, which its type cannot say.
  return eyes[kind] as unknown as Eye<W>;
}

/** Whether a mail follows a wish; `null` where it gives no occasion to. */
export const check = (wish: Wish, mail: Mail, context: Context): boolean | null =>
  eyeOf(wish).check(wish, mail, context);

/** The mail with the smallest changes after which it follows these wishes, one of a slot. */
export function follow(wishes: readonly Wish[], mail: Mail, context: Context): Mail {
  return wishes
    .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
    .reduce(
      (done, wish) =>
        check(wish, done, context) === false ? eyeOf(wish).apply(wish, done, context) : done,
      mail,
    );
}

/**
 * The mail without a wish that does not belong here: as the `plain` draft is. The mail itself where it
 * does not follow the wish, or where the plain one follows it too.
 */
export function takeBack(wish: Wish, mail: Mail, plain: Mail, context: Context): Mail {
  const has = check(wish, mail, context) === true && check(wish, plain, context) !== true;
  return has ? eyeOf(wish).undo(wish, mail, plain) : mail;
}
