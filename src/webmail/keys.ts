const isKey = (event: Event): event is KeyboardEvent => event.type === 'keydown';

/** Whether it is one more of a key that is held down. */
export const isRepeated = (event: Event): boolean => isKey(event) && event.repeat;

/** Whether a key belongs to an input method, such as the Enter that takes its proposal. */
export const isComposing = (event: Event): boolean =>
  isKey(event) && (event.isComposing || event.keyCode === 229);

/** Whether a key does nothing by itself. */
export const isModifier = (event: Event): boolean =>
  isKey(event) && /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn)$/.test(event.key);
