import { type Measures, measure } from '../../../src/learning/mail/measure.ts';
import type { Example } from '../../../src/learning/ports.ts';
import type { Context } from '../../../src/learning/types.ts';
import { type Noticed, noticed } from './noticed.ts';

/** The same sent mails are looked at again and again, as examples and as samples. */
const most = 2_000;

function remembering<T>(): (key: string, find: () => T) => T {
  const found = new Map<string, T>();
  return (key, find) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    if (found.size >= most) found.clear();
    const value = find();
    found.set(key, value);
    return value;
  };
}

/** All of a context that a mail is read by. */
const who = ({ recipients: [first], incoming, task }: Context): string =>
  [task, first?.address, first?.name, incoming?.from.address, incoming?.from.name].join('\n');

const rememberMeasures = remembering<Measures>();
const rememberNoticed = remembering<Noticed>();

/** What can be counted in a mail; the same as `measure`, and faster the second time. */
export const measured = (text: string, context: Context): Measures =>
  rememberMeasures(`${who(context)}\u0000${text}`, () => measure(text, context));

/** What an earlier edit shows that no counter knows; nothing where the draft is not known. */
export function noticedIn({ draft, final, context }: Example): Noticed {
  if (draft === null) return { wishes: [], facts: [] };
  return rememberNoticed(`${who(context)}\u0000${draft}\u0000${final}`, () =>
    noticed(draft, final, context),
  );
}
