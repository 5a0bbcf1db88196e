import type { EyeFor } from './eye.ts';
import { withNames } from './names.ts';

export const greeting: EyeFor<'greeting'> = {
  check: ({ text }, mail, context) => mail.greeting === withNames(text ?? '', context),
  apply: ({ text }, mail, context) => ({ ...mail, greeting: withNames(text ?? '', context) }),
  undo: (_, mail, plain) => ({ ...mail, greeting: plain.greeting }),
};

export const closing: EyeFor<'closing'> = {
  check: ({ text }, mail) => mail.closing === (text ?? ''),
  apply: ({ text }, mail) => ({ ...mail, closing: text ?? '' }),
  undo: (_, mail, plain) => ({ ...mail, closing: plain.closing }),
};
