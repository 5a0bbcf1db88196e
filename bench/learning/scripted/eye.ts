import type { Context } from '../../../src/learning/types.ts';
import type { Mail } from './mail.ts';
import type { Wish } from './wish.ts';

/** What the user sees of one kind of wish in a mail, and what they do about it. */
export interface Eye<W extends Wish> {
  /** Whether the mail is written so; `null` where it gives no occasion to tell. */
  check(wish: W, mail: Mail, context: Context): boolean | null;
  /** The smallest change after which `check` no longer says no. A mail that follows stays as it is. */
  apply(wish: W, mail: Mail, context: Context): Mail;
  /** Takes the wish back where it does not belong: as the mail is in `plain`, written without it. */
  undo(wish: W, mail: Mail, plain: Mail): Mail;
}

/** The eye for a kind of wish. */
export type EyeFor<K extends Wish['kind']> = Eye<Extract<Wish, { kind: K }>>;
