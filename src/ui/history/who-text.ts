import { t } from '../../browser/text.ts';
import type { Episode } from '../../learning/types.ts';

/** Whom a mail was written to, in a few words. */
export function whoText({ context }: Episode): string {
  const names = context.recipients.map(({ name, address }) => name || address).filter(Boolean);
  const [first] = names;
  if (first === undefined) return t('history_nobody');
  return names.length === 1 ? first : t('history_and_others', first, names.length - 1);
}
