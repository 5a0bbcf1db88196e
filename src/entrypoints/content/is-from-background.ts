import type { ToPanel, ToTab } from '../../protocol/draft-port.ts';

/*
 * The border of a page: what the background says is looked at before it is believed. A background of
 * another version may speak to a page that was there before its update. By hand, for zod is larger than
 * all else in a page; the types see to it that no field is forgotten.
 */

type Guard = (value: unknown) => boolean;

/** One guard for each field of each message. */
type Guards<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { readonly type: Type }>, 'type' | 'to'>, Guard>
  >;
};

const isString: Guard = (value) => typeof value === 'string';

const hasAll =
  (guards: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(guards).every(([name, fits]) => fits(value[name]));

const isListOf =
  (fits: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every((one) => fits(one));

const fitsOne =
  (messages: Readonly<Record<string, Readonly<Record<string, Guard>>>>): Guard =>
  (value) => {
    const guards = isRecord(value) && isString(value['type']) && messages[String(value['type'])];
    return guards ? hasAll(guards)(value) : false;
  };

const toTab: Guards<ToTab> = {
  'open-panel': {},
  'describe-compose': {},
  learned: {
    episodeId: isString,
    person: isString,
    lessons: isListOf(hasAll({ id: isString, description: isString })),
    keys: isString,
  },
};
const isTold = fitsOne(toTab);

const toPanel: Guards<ToPanel> = {
  shaped: {
    preferences: isListOf(
      hasAll({ id: isString, facet: isString, description: isString, scope: isRecord }),
    ),
  },
  text: { piece: isString },
  done: {
    drafts: isListOf(hasAll({ episodeId: isString, text: isString, flagged: isListOf(isString) })),
  },
  fault: { fault: hasAll({ code: isString, detail: isString }) },
};
const isSaid = fitsOne(toPanel);

/** Whether it is something that is said to a tab. */
export const isToTab = (message: unknown): message is ToTab =>
  isRecord(message) && message['to'] === 'tab' && isTold(message);

/** Whether it is something that is said while a draft is written. */
export const isToPanel = (message: unknown): message is ToPanel => isSaid(message);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
