import type { ToPanel, ToTab } from '../../protocol/draft-port.ts';

/*
 * The border of a page: what the background says is looked at before it is believed. A background of
 * another version may speak to a page that was there before its update. By hand, for zod is larger than
 * all else in a page.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const areStrings = (...values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === 'string');

const isListOf = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);

/** Whether it is something that is said to a tab. */
export function isToTab(message: unknown): message is ToTab {
  if (!isFields(message) || message['to'] !== 'tab') return false;
  const { type, descriptions } = message;
  if (type === 'learned') return isListOf(descriptions, (one) => areStrings(one));
  return type === 'open-panel' || type === 'describe-compose';
}

/** Whether it is something that is said while a draft is written. */
export function isToPanel(message: unknown): message is ToPanel {
  if (!isFields(message)) return false;
  const { type, preferences, piece, episodeId, text, fault } = message;
  if (type === 'text') return areStrings(piece);
  if (type === 'done') return areStrings(episodeId, text);
  if (type === 'fault') return isFields(fault) && areStrings(fault['code'], fault['detail']);
  return type === 'shaped' && isListOf(preferences, isApplied);
}

const isApplied = (one: unknown): boolean =>
  isFields(one) && areStrings(one['id'], one['facet'], one['description']);
