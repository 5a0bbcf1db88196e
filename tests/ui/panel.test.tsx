// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Fault, type FaultData } from '../../src/learning/fault.ts';
import type { Draft, ShapingPreference } from '../../src/protocol/draft-port.ts';
import { Panel } from '../../src/ui/panel/panel.tsx';
import { handlePanelKey } from '../../src/ui/panel/panel-keys.ts';
import { createPanelModel } from '../../src/ui/panel/panel-model.ts';
import type { Ask, DraftListener, Option, Standing } from '../../src/ui/panel/panel-ports.ts';
import { fakeBrowser } from '../content/fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

const preference = (id: string, description: string): ShapingPreference => ({
  id,
  revision: 0,
  facet: 'greeting',
  description,
  mails: 4,
  scope: { kind: 'domain', domain: 'acme.example' },
});
const greets = preference('p1', 'Greets with “Hi <first name>,”');
const closes = preference('p2', 'Writes no closing');
const draft: Draft = { episodeId: 'e1', text: 'Hi Ana,\nThursday it is.', flagged: [] };

let place: HTMLElement;

beforeEach(() => {
  fake.browser = fakeBrowser();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

afterEach(() => render(null, place));

interface Begin {
  readonly isChanged?: boolean;
  readonly question?: readonly Option[] | null;
}

function open({ isChanged = false, question = null }: Begin = {}) {
  const asked: (Ask & { listener: DraftListener })[] = [];
  const page = {
    answering: false,
    isChanged,
    stopped: 0,
    closed: 0,
    inserted: [] as Draft[],
    question,
    answered: [] as string[],
    answerFault: null as Fault | null,
    replaced: [] as (string | null)[],
    standing: { text: '', ours: null } as Standing,
    fault: null as FaultData | null,
    undoWorks: true,
  };
  const model = createPanelModel({
    about: () => ({ to: ['Ana Lopez'], answering: page.answering, isChanged: page.isChanged }),
    standing: () => page.standing,
    question: async () => page.question,
    async answer(preferenceId) {
      if (page.answerFault) throw page.answerFault;
      page.answered.push(preferenceId);
    },
    request(ask, listener) {
      asked.push({ ...ask, listener });
      return () => {
        page.stopped += 1;
      };
    },
    async insert(draft, replace) {
      page.inserted.push(draft);
      page.replaced.push(replace);
      return page.fault;
    },
    undo: async () => page.undoWorks,
    close: () => {
      page.closed += 1;
    },
  });
  act(() => render(<Panel model={model} />, place));
  const field = find<HTMLTextAreaElement>('textarea');
  /** Does something and lets everything that follows from it happen. */
  const say = (act_: (listener: DraftListener) => void) =>
    act(() => {
      const listener = asked.at(-1)?.listener;
      if (!listener) throw new Error('nothing was asked for');
      act_(listener);
    });
  const key = (init: KeyboardEventInit) =>
    act(() => void handlePanelKey(model, new KeyboardEvent('keydown', init)));
  const askFor = (notes: string) => {
    field.value = notes;
    press('Draft');
  };
  return { model, asked, page, field, say, key, askFor };
}

function find<Kind extends Element>(selector: string): Kind {
  const found = place.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const buttons = () =>
  [...place.querySelectorAll<HTMLButtonElement>('.buttons button')].map((one) => one.textContent);
function press(name: string): void {
  const button = [...place.querySelectorAll('button')].find((one) => one.textContent === name);
  if (!button) throw new Error(`no button ${name}`);
  button.focus();
  act(() => button.click());
}
const pressed = async (name: string) => act(async () => press(name));

test('opens with the focus in the notes, and a name', () => {
  const { field } = open();
  expect(document.activeElement).toBe(field);
  const dialog = find('[role=dialog]');
  const label = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
  expect(label?.textContent).toBe('Draft');
  expect(dialog.textContent).toContain('Ana Lopez');
});

test('empty notes with nothing to answer are told, and nothing is asked', () => {
  const { asked } = open();
  press('Draft');
  expect(find('[role=alert]').textContent).toMatch(/few words/);
  expect(asked).toEqual([]);
});

test('a page that is built otherwise is told in a line, any other is not', () => {
  open();
  expect(find('[role=dialog]').textContent).not.toMatch(/built differently/);
  render(null, place);
  open({ isChanged: true });
  expect(find('[role=dialog]').textContent).toMatch(/built differently/);
});

test('empty notes are enough for an answer', () => {
  const { asked, page } = open();
  page.answering = true;
  press('Draft');
  expect(asked).toHaveLength(1);
});

test.each([{ ctrlKey: true }, { metaKey: true }])('the keyboard asks, too (%o)', (modifier) => {
  const { asked, field, key } = open();
  field.value = 'Thursday';
  key({ key: 'Enter' });
  expect(asked).toEqual([]);
  key({ key: 'Enter', ...modifier });
  expect(asked.map(({ notes }) => notes)).toEqual(['Thursday']);
  // A second press while it is being written does not begin again.
  key({ key: 'Enter', ...modifier });
  expect(asked).toHaveLength(1);
});

test('a key of an input method is left to it', () => {
  const { page, key } = open();
  key({ key: 'Escape', isComposing: true });
  expect(page.closed).toBe(0);
});

test('the draft streams in, is spoken once at the end, and Insert gets the focus', () => {
  const { askFor, say, asked } = open();
  askFor('Thursday');
  expect(asked[0]).toMatchObject({ notes: 'Thursday', without: [] });
  expect(buttons()).toEqual(['Stop']);
  expect(document.activeElement?.textContent).toBe('Stop');
  const region = find<HTMLElement>('.draft');
  say(({ onText }) => onText('Hi '));
  say(({ onText }) => onText('Ana,'));
  expect(region.textContent).toBe('Hi Ana,');
  expect([
    region.ariaLive ?? region.getAttribute('aria-live'),
    region.getAttribute('aria-busy'),
  ]).toEqual(['polite', 'true']);
  say(({ onDone }) => onDone([draft]));
  expect(region.textContent).toBe(draft.text);
  expect(region.getAttribute('aria-busy')).toBe('false');
  expect(buttons()).toEqual(['Insert', 'Another']);
  expect(document.activeElement?.textContent).toBe('Insert');
});

test('what nobody gave is named for a check, until the next draft is asked for', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  const flagged = ['pay.example', '4711', 'eve@evil.example', '1,200 €', '0815', '0816'];
  say(({ onDone }) => onDone([{ ...draft, flagged }]));
  const line = find('.flagged');
  expect(line.textContent).toBe(
    'Check these: pay.example, 4711, eve@evil.example, 1,200 €, 0815, …',
  );
  press('Another');
  expect(document.querySelector('.flagged')).toBe(null);
  say(({ onDone }) => onDone([draft]));
  expect(document.querySelector('.flagged')).toBe(null);
});

test('somebody who went on writing in the page keeps the focus', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  elsewhere.focus();
  say(({ onDone }) => onDone([draft]));
  expect(document.activeElement).toBe(elsewhere);
});

test('Stop stops, says so, and goes back to the notes', () => {
  const { askFor, say, page, field } = open();
  askFor('Thursday');
  say(({ onText }) => onText('Hi'));
  press('Stop');
  expect(page.stopped).toBe(1);
  expect(find('[role=alert]').textContent).toMatch(/^Stopped/);
  expect(document.activeElement).toBe(field);
  expect(buttons()).toEqual(['Draft']);
});

test('a fault is told in words, and the notes are still there', () => {
  const { askFor, say, field } = open();
  askFor('Thursday');
  say(({ onFault }) => onFault({ code: 'unreachable', detail: '127.0.0.1' }));
  expect(find('[role=alert]').textContent).toContain('127.0.0.1 cannot be reached');
  expect(field.value).toBe('Thursday');
  expect(buttons()).toEqual(['Draft']);
});

test('a preference that is switched off is left out of the next draft, and can come back', () => {
  const { askFor, say, asked } = open();
  askFor('Thursday');
  say(({ onShaped }) => onShaped([greets, closes], false));
  say(({ onDone }) => onDone([draft]));
  press(greets.description);
  press('Draft again');
  expect(asked.at(-1)).toMatchObject({ notes: 'Thursday', without: ['p1'] });
  say(({ onShaped }) => onShaped([closes], false));
  const chips = () =>
    [...place.querySelectorAll('.chip')].map((chip) => [
      chip.textContent,
      chip.ariaPressed ?? chip.getAttribute('aria-pressed'),
    ]);
  expect(chips()).toEqual([
    [closes.description, 'true'],
    [greets.description, 'false'],
  ]);
  say(({ onDone }) => onDone([draft]));
  press(greets.description);
  press('Draft again');
  expect(asked.at(-1)?.without).toEqual([]);
});

test('a draft that was written without preferences says so, and one press writes it with them', () => {
  const { askFor, say, asked } = open();
  const note = () => place.querySelector('.held-out');
  askFor('Thursday');
  say(({ onShaped }) => onShaped([], true));
  expect(note()?.textContent).toContain('Written without your preferences');
  say(({ onDone }) => onDone([draft]));
  press('Write with them');
  expect(asked.at(-1)).toMatchObject({ notes: 'Thursday', how: { kind: 'draft', isWhole: true } });
  expect(note()).toBeNull();
  say(({ onFault }) => onFault({ code: 'unreachable', detail: '' }));
  press('Draft');
  expect(asked.at(-1)?.how).toEqual({ kind: 'draft' });
  say(({ onShaped }) => onShaped([greets], false));
  say(({ onDone }) => onDone([draft]));
  expect(note()).toBeNull();
});

test('Insert inserts once, however often it is pressed', async () => {
  const { askFor, say, page, model } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone([draft]));
  await act(async () => {
    await Promise.all([model.insert(), model.insert()]);
  });
  expect(page.inserted).toEqual([draft]);
  expect(buttons()).toEqual(['Undo', 'Another']);
});

test('a draft that did not go in stays to be copied', async () => {
  const { askFor, say, page } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone([draft]));
  page.fault = { code: 'not-inserted', detail: '' };
  await pressed('Insert');
  expect(find('[role=alert]').textContent).toMatch(/clipboard/);
  expect(find('.draft').textContent).toBe(draft.text);
  expect(buttons()).toEqual(['Insert', 'Another']);
});

test('Undo takes it out again; where the user has edited it, it says why it does not', async () => {
  const { askFor, say, page } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone([draft]));
  await pressed('Insert');
  page.undoWorks = false;
  await pressed('Undo');
  expect(find('[role=status]').textContent).toMatch(/edited since/);
  page.undoWorks = true;
  await pressed('Undo');
  expect(buttons()).toEqual(['Insert', 'Another']);
});

test('Escape closes; notes and draft are there when it opens again', () => {
  const { model, askFor, say, page, key } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone([draft]));
  key({ key: 'Escape' });
  expect(page.closed).toBe(1);
  act(() => render(null, place));
  act(() => render(<Panel model={model} />, place));
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Thursday');
  expect(find('.draft').textContent).toBe(draft.text);
});

test('text of people finds its own direction', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  say(({ onShaped }) => onShaped([greets], false));
  for (const selector of ['textarea', '.draft', '.chip', '.to']) {
    expect(find(selector).getAttribute('dir')).toBe('auto');
  }
});

test('each preference says where it comes from', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  say(({ onShaped }) => onShaped([greets, { ...closes, mails: 0 }], false));
  const sources = [...place.querySelectorAll('.chip')].map(
    (chip) => document.getElementById(chip.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(sources).toEqual([
    'from 4 mails to anyone at acme.example',
    'written by you · to anyone at acme.example',
  ]);
});

describe('Another', () => {
  const others: Draft[] = [draft, { episodeId: 'e2', text: 'Hi Ana, Thursday.', flagged: [] }];
  const choose = () => {
    const panel = open();
    panel.askFor('Thursday');
    panel.say(({ onDone }) => onDone([draft]));
    press('Another');
    return panel;
  };
  const shown = () => find('.draft').textContent;
  const button = (name: string) => {
    const found = place.querySelector<HTMLElement>(`[aria-label="${name}"]`);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };

  test('brings some to choose from, and shows one that was not seen', async () => {
    const { say, asked, page } = choose();
    expect(asked.at(-1)?.how).toEqual({ kind: 'several' });
    say(({ onDone }) => onDone(others));
    expect(shown()).toBe(others[1]?.text);
    expect(find('.pager').textContent).toBe('2 of 2');
    act(() => button('The next draft').click());
    expect(shown()).toBe(others[1]?.text);
    act(() => button('The draft before').click());
    expect(shown()).toBe(draft.text);
    await pressed('Insert');
    expect(page.inserted).toEqual([draft]);
  });

  test('says so where there is no other', () => {
    const { say } = choose();
    say(({ onDone }) => onDone([{ episodeId: 'e2', text: `${draft.text}\n`, flagged: [] }]));
    expect(find('[role=status]').textContent).toMatch(/no other wording/);
    expect(buttons()).toEqual(['Insert', 'Another']);
  });

  test.each(['stopped', 'failed'])('leaves the draft that was there when it is %s', (how) => {
    const { say } = choose();
    if (how === 'stopped') press('Stop');
    else say(({ onFault }) => onFault({ code: 'unreachable', detail: 'x' }));
    expect(shown()).toBe(draft.text);
    expect(buttons()).toEqual(['Insert', 'Another']);
    expect(find('[role=alert]').textContent).not.toBe('');
  });
});

describe('what stands in the message', () => {
  const ready = (standing: Standing) => {
    const panel = open();
    panel.page.standing = standing;
    panel.askFor('Thursday');
    panel.say(({ onDone }) => onDone([draft]));
    return panel;
  };

  test('is left alone where it is the user’s own', async () => {
    const { page } = ready({ text: 'My own words.', ours: null });
    expect(place.querySelector('del')).toBeNull();
    await pressed('Insert');
    expect(page.replaced).toEqual([null]);
  });

  test('is shown with what changes before it is replaced', async () => {
    const { page } = ready({ text: 'Hi Ana, Friday it is.', ours: 'Hi Ana, Friday it is.' });
    expect(find('del').textContent).toContain('Friday');
    expect(find('ins').textContent).toContain('Thursday');
    act(() => find<HTMLElement>('.draft-head button').click());
    expect(find('.draft').textContent).toBe(draft.text);
    await pressed('Replace');
    expect(page.replaced).toEqual(['Hi Ana, Friday it is.']);
  });

  test('is not replaced by a press that was made for another text', async () => {
    const { page } = ready({ text: 'Hi', ours: 'Hi' });
    page.standing = { text: 'Hi there', ours: 'Hi there' };
    await pressed('Replace');
    expect(page.inserted).toEqual([]);
    expect(find('.draft').textContent).toContain('there');
    expect(place.textContent).toMatch(/changed since/);
    await pressed('Replace');
    expect(page.replaced).toEqual(['Hi there']);
  });

  test('can be written anew, also without notes', async () => {
    const panel = open();
    panel.page.standing = { text: 'thursday ok', ours: null };
    act(() => render(null, place));
    act(() => render(<Panel model={panel.model} />, place));
    press('Rewrite');
    expect(panel.asked.at(-1)?.how).toEqual({ kind: 'rework', text: 'thursday ok', tone: null });
    panel.say(({ onDone }) => onDone([draft]));
    expect(find('del').textContent).toContain('thursday');
    await pressed('Replace');
    expect(panel.page.replaced).toEqual(['thursday ok']);
  });
});

describe('a tone', () => {
  const tone = (name: string, standing: Standing = { text: '', ours: null }) => {
    const panel = open();
    panel.page.standing = standing;
    panel.askFor('Thursday');
    panel.say(({ onDone }) => onDone([draft]));
    press(name);
    return panel;
  };

  test.each(['Shorter', 'Longer', 'Warmer', 'Plainer'])('%s changes the draft', async (name) => {
    const { asked, say, page } = tone(name);
    const rework = { kind: 'rework', text: draft.text, tone: name.toLowerCase() };
    expect(asked.at(-1)?.how).toEqual(rework);
    const next = { episodeId: 'e2', text: 'Thursday.', flagged: [] };
    say(({ onDone }) => onDone([next]));
    await pressed('Insert');
    expect([page.inserted, page.replaced]).toEqual([[next], [null]]);
  });

  test('says so where there is nothing to change', () => {
    const { say } = tone('Plainer');
    say(({ onDone }) => onDone([{ ...draft, episodeId: 'e2' }]));
    expect(find('[role=status]').textContent).toMatch(/like that already/);
  });

  test('is for what stands in the message once the draft is in it', async () => {
    const { asked, page, say } = tone('Shorter');
    say(({ onDone }) => onDone([draft]));
    await pressed('Insert');
    page.standing = { text: 'Hi Ana, Friday!', ours: 'Hi Ana, Friday!' };
    press('Warmer');
    expect(asked.at(-1)?.how).toMatchObject({ text: 'Hi Ana, Friday!', tone: 'warmer' });
    say(({ onDone }) => onDone([{ episodeId: 'e3', text: 'Dear Ana, Friday!', flagged: [] }]));
    await pressed('Replace');
    expect(page.replaced.at(-1)).toBe('Hi Ana, Friday!');
  });
});

describe('the one question', () => {
  const options = [
    { preferenceId: 'p1', description: 'Greets with “Hi <first name>,”' },
    { preferenceId: 'p2', description: 'Greets with “Dear <first name>,”' },
  ];
  const begin = async () => {
    const panel = open({ question: options });
    await act(async () => undefined);
    return panel;
  };

  test('is asked where there is one, beside the notes, and takes an answer', async () => {
    const { page, field } = await begin();
    expect(find('.question legend').textContent).toContain('Ana Lopez');
    expect(document.activeElement).toBe(field);
    await pressed('Greets with “Dear <first name>,”');
    expect(page.answered).toEqual(['p2']);
    expect(place.querySelector('.question')).toBeNull();
    expect(find('[role=status]').textContent).toMatch(/^Noted/);
    expect(document.activeElement).toBe(field);
  });

  test('can be left alone, and stops nobody', async () => {
    const { page, askFor, asked } = await begin();
    askFor('Thursday');
    expect(asked).toHaveLength(1);
    expect(place.querySelector('.question')).toBeNull();
    expect(page.answered).toEqual([]);
  });

  test('can be put off', async () => {
    const { page } = await begin();
    await pressed('Not now');
    expect(page.answered).toEqual([]);
    expect(place.querySelector('.question')).toBeNull();
  });

  test('stays where its answer could not be kept', async () => {
    const { page } = await begin();
    page.answerFault = new Fault('storage-full');
    await pressed('Greets with “Dear <first name>,”');
    expect(find('[role=alert]').textContent).not.toBe('');
    expect(place.querySelector('.question')).not.toBeNull();
  });

  test('is not there where there is nothing to ask', async () => {
    open();
    await act(async () => undefined);
    expect(place.querySelector('.question')).toBeNull();
  });
});
