// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Known, watchEdits } from '../../src/webmail/edit-watch.ts';
import type { Compose } from '../../src/webmail/types.ts';
import { fakeCompose } from '../content/fake-compose.ts';

/** What the browser runs when it is idle; `idle()` lets it be so. */
let waiting: (() => void)[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  waiting = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run));
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const idle = () => {
  for (const run of waiting.splice(0)) run();
};

function begin(text: string, options: { earlier?: Known; settled?: Promise<void> } = {}) {
  const { compose: box, element } = fakeCompose();
  element.value = text;
  const watching = new AbortController();
  let isSend = false;
  const compose: Compose = { ...box, intent: () => (isSend ? 'send' : null) };
  const edits = watchEdits(compose, watching.signal, options);
  let clock = 1_000;
  const tell = (target: Element, type: string, isTrusted: boolean) => {
    const event = new Event(type, { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    Object.defineProperty(event, 'timeStamp', { value: clock });
    target.dispatchEvent(event);
  };
  return {
    edits,
    watching,
    later: (milliseconds: number) => {
      clock += milliseconds;
      vi.advanceTimersByTime(milliseconds);
    },
    /** The machine is busy with others for so long: no timer runs meanwhile. */
    stalled: (milliseconds: number) => {
      clock += milliseconds;
    },
    /** A person's keys leave this text. */
    type(after: string, between: () => void = () => undefined) {
      tell(element, 'beforeinput', true);
      between();
      element.value = after;
      tell(element, 'input', true);
    },
    /** A script writes this text; `told`: with a trusted event, as `execCommand` does. */
    script(after: string, told = false) {
      element.value = after;
      if (told) tell(element, 'input', true);
    },
    forge: (type: string) => tell(element, type, false),
    press(change: () => void) {
      const button = document.createElement('button');
      compose.root.append(button);
      tell(button, 'click', true);
      change();
    },
    send() {
      isSend = true;
      tell(compose.root, 'click', true);
      isSend = false;
    },
  };
}

const hands = ({ touched, programmatic }: Known) => ({ touched, programmatic });

test('a script’s change stays one, however much the user types after it', () => {
  const { edits, script, type, send } = begin('Dear Ana,');
  script('Dear Ana, buy now!');
  type('Hi Ana, buy now!');
  idle();
  type('Hi Ana, buy now! Sam');
  send();
  expect(hands(edits)).toEqual({ touched: true, programmatic: true });
});

test('so does one among the user’s own, told by an event or not', () => {
  for (const told of [true, false]) {
    const { edits, script, type, later } = begin('Dear Ana,');
    type('Hi Ana,');
    idle();
    later(5_000);
    script('Hi Ana, buy now!', told);
    type('Hi Ana, buy now! Sam');
    expect(edits.programmatic).toBe(true);
  }
});

test('what a key changes is the user’s, however late it comes on a busy machine', () => {
  const { edits, type, stalled } = begin('Dear Ana,');
  type('Hi Ana,', () => stalled(5_000));
  expect(hands(edits)).toEqual({ touched: true, programmatic: false });
});

test('an editor’s own autocorrect after the insertion is part of the draft', async () => {
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const { edits, script, type } = begin('see www.acme.example', { settled });
  script('see <www.acme.example>', true);
  settle();
  await settled;
  expect(edits.baseline).toBe('see <www.acme.example>');
  type('look at <www.acme.example>');
  expect(hands(edits)).toEqual({ touched: true, programmatic: false });
  expect(edits.baseline).toBe('see <www.acme.example>');
});

test('what the user types within that moment is theirs, and the autocorrect before it is not', async () => {
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const { edits, script, type, later } = begin('teh draft', { settled });
  later(20);
  script('the draft', true);
  later(20);
  type('the draft, mine');
  settle();
  await settled;
  expect(edits.baseline).toBe('the draft');
  expect(hands(edits)).toEqual({ touched: true, programmatic: false });
});

test('after that moment no script moves the draft', async () => {
  const settled = Promise.resolve();
  const { edits, script, send } = begin('Dear Ana,', { settled });
  await settled;
  script('Buy now!');
  send();
  expect(edits.baseline).toBe('Dear Ana,');
  expect(hands(edits)).toEqual({ touched: false, programmatic: true });
});

test('laying the same words out anew is nobody’s change', () => {
  const { edits, script, send } = begin('Dear Ana,\nyes.');
  script('Dear Ana,\n\nyes. ', true);
  send();
  expect(hands(edits)).toEqual({ touched: false, programmatic: false });
});

test('what a button of the box makes of the text when the user presses it is theirs', () => {
  const { edits, press, script, send } = begin('one');
  press(() => script('- one', true));
  idle();
  send();
  expect(hands(edits)).toEqual({ touched: true, programmatic: false });
});

test('forged events of every kind are no hand of the user’s', () => {
  const { edits, forge, script, send } = begin('Dear Ana,');
  for (const type of ['beforeinput', 'paste', 'drop', 'compositionend', 'keydown', 'click']) {
    forge(type);
  }
  script('Buy now!');
  forge('input');
  send();
  expect(hands(edits)).toEqual({ touched: false, programmatic: true });
});

test('in a box that is built anew it goes on where it was', () => {
  const earlier = {
    baseline: 'Dear Ana,',
    touched: true,
    programmatic: false,
    seen: 'Hi Ana,',
    brought: new Set(['by noon']),
  };
  expect(begin('Hi  Ana,', { earlier }).edits).toMatchObject({ ...earlier, seen: 'Hi  Ana,' });
  const changed = begin('Buy now!', { earlier }).edits;
  expect(changed.programmatic).toBe(true);
  // The user's last keys had not been read when the page built it anew.
  const unread = begin('Hi Ana, yes', { earlier: { ...earlier, seen: null } }).edits;
  expect(hands(unread)).toEqual({ touched: true, programmatic: false });
});

test('after it has ended nothing is read any more', () => {
  const { edits, watching, type } = begin('Dear Ana,');
  type('Hi Ana,');
  watching.abort();
  idle();
  expect(edits.seen).toBe(null);
});
