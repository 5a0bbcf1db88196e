/*
 * The border of a page: what the background says is looked at before it is believed. A background of
 * another version may speak to a page that was there before its update. By hand, for zod is larger than
 * all else in a page; the types see to it that no field is forgotten.
 */

/** Whether a field holds what it should. */
export type Guard = (value: unknown) => boolean;

/** One guard for each field of each message. */
export type Guards<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { readonly type: Type }>, 'type' | 'to'>, Guard>
  >;
};

export const isString: Guard = (value) => typeof value === 'string';
export const isBoolean: Guard = (value) => typeof value === 'boolean';

/** An object with all of these fields. */
export const hasAll =
  (guards: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(guards).every(([name, fits]) => fits(value[name]));

export const isListOf =
  (fits: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every((one) => fits(one));

/** A message of one of these types. */
export const fitsOne =
  (messages: Readonly<Record<string, Readonly<Record<string, Guard>>>>): Guard =>
  (value) => {
    const guards = isRecord(value) && isString(value['type']) && messages[String(value['type'])];
    return guards ? hasAll(guards)(value) : false;
  };

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
