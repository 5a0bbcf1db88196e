import type { Intent } from '../types.ts';
import type { Shortcut, SiteData } from './site-data.ts';

/** What a click, key or submit asks for in the compose box `root`; looks only at the event's path. */
export function intentOf(event: Event, root: HTMLElement, data: SiteData): Intent {
  const path = event.composedPath().filter(isElement);
  const [target] = path;
  if (!target) return null;
  const frame = target.ownerDocument.defaultView?.frameElement;
  const isInside = path.includes(root) || (frame != null && root.contains(frame));
  if (event.type === 'submit') return isInside || target.contains(root) ? 'send' : null;
  if (event.type === 'keydown' && isInside && isKey(event)) {
    const shortcut = data.shortcuts.find((one) => isPressed(one, event));
    if (shortcut) return shortcut.intent;
  }
  // Enter and Space press a button; some pages listen to the key and never see a click.
  const isPress = event.type === 'keydown' && isKey(event) && /^(?:Enter| )$/.test(event.key);
  if (event.type !== 'click' && !isPress) return null;
  const isOn = (selector: string): boolean =>
    selector !== '' && path.some((element) => element.matches(selector));
  if (isOn(data.schedule)) return 'schedule';
  if (isOn(data.confirm)) return 'send';
  if (!isInside) return null;
  const isButton = (selectors: readonly string[]): boolean =>
    selectors.some((selector) => {
      // Most keys and clicks are on nothing of the kind, and need no search through the box.
      const button = isOn(selector) ? root.querySelector(selector) : null;
      return button !== null && path.includes(button);
    });
  if (isButton(data.discard)) return 'discard';
  return isButton(data.send) ? 'send' : null;
}

function isPressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === shortcut.key &&
    (event.ctrlKey || event.metaKey) === (shortcut.mod ?? false) &&
    event.shiftKey === (shortcut.shift ?? false) &&
    event.altKey === (shortcut.alt ?? false)
  );
}

// By their fields, not by `instanceof`: what comes from a frame has classes of its own.
const isElement = (target: EventTarget): target is Element => 'localName' in target;
const isKey = (event: Event): event is KeyboardEvent => 'key' in event;
