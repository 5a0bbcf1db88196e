// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftRequest } from '../../src/entrypoints/content/draft-channel.ts';
import type { Ending } from '../../src/entrypoints/content/finisher.ts';
import type { Hands, Heard } from '../../src/entrypoints/content/hands.ts';
import { createSession } from '../../src/entrypoints/content/session.ts';
import type { Found } from '../../src/entrypoints/content/standing-draft.ts';
import { Fault, type FaultCode } from '../../src/learning/fault.ts';
import type { PageUi } from '../../src/ui/panel/page-ui.ts';
import { createPanelModel } from '../../src/ui/panel/panel-model.ts';
import type { DraftListener } from '../../src/ui/panel/panel-ports.ts';
import { textPrint } from '../../src/webmail/text-print.ts';
import type { Compose } from '../../src/webmail/types.ts';
import { fakeBrowser } from './fake-browser.ts';
import { fakeCompose } from './fake-compose.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

beforeEach(() => {
  fake.browser = fakeBrowser();
  document.body.replaceChildren();
});

/** A session whose background, webmail layer and interface are in the test's hands. */
function begin({ stands = '', hasUndoSend = false, found = null as Found | null } = {}) {
  const box = fakeCompose('draft-1', { hasUndoSend });
  box.element.value = stands;
  const endings: Ending[] = [];
  const baselines: unknown[] = [];
  const requests: (DraftRequest & { listener: DraftListener })[] = [];
  const edits = {
    baseline: '',
    touched: false,
    programmatic: false,
    seen: null,
    brought: new Set<string>(),
    look: () => box.element.value,
  };
  let heard: Heard | null = null;
  const page = {
    open: false,
    notes: [] as { text: string; action?: { run: () => void } }[],
    left: 0,
    stopped: 0,
    insertFault: null as FaultCode | null,
    inserted: [] as { text: string; replace: string | null }[],
    undoWorks: true,
    storing: null as Fault | null,
    tidyUp: (): void => undefined,
    concluded: 0,
    watched: [] as Compose[],
    watches: 0,
    pending: false,
    forgotten: [] as string[],
  };
  const hands: Hands = {
    async insert(_, text, replace) {
      page.inserted.push({ text, replace });
      if (page.insertFault) return page.insertFault;
      box.element.value =
        replace === null ? text + box.element.value : box.element.value.replace(replace, text);
      return null;
    },
    async undo(_, text) {
      if (page.undoWorks) box.element.value = box.element.value.replace(text, '');
      return page.undoWorks;
    },
    watchEdits(compose, _signal, { earlier, settled } = {}) {
      page.watched.push(compose);
      edits.baseline = earlier?.baseline ?? box.element.value;
      edits.touched = earlier?.touched ?? false;
      edits.programmatic = earlier?.programmatic ?? false;
      void settled?.then(() => {
        if (!edits.touched) edits.baseline = box.element.value;
      });
      return edits;
    },
    watchSend: (_, listener) => {
      heard = listener;
      page.watches += 1;
      return { handleEvent: () => undefined, isPending: () => page.pending };
    },
  };
  const ui: PageUi = {
    attend: () => undefined,
    openPanel: () => {
      page.open = true;
    },
    closePanel: () => {
      page.open = false;
    },
    leave: () => {
      page.open = false;
      page.left += 1;
    },
    isOpen: () => page.open,
    note: (note) => void page.notes.push(note),
    focusNote: () => false,
    nudge: () => undefined,
    keep: () => false,
    remove: () => undefined,
  };
  const session = createSession(
    box.compose,
    {
      hands,
      ui,
      call: async (name, request) => {
        if (name === 'question.read') return { options: null } as never;
        if (page.storing) throw page.storing;
        baselines.push([name, request]);
        return { found } as never;
      },
      finisher: {
        finish: async (ending) => void endings.push(ending),
        forget: (episodeId) => void page.forgotten.push(episodeId),
        retry: async () => undefined,
        waiting: () => 0,
      },
      newPanelModel: createPanelModel,
      requestDraft: async (request, listener) => {
        requests.push({ ...request, listener });
        return () => {
          page.stopped += 1;
        };
      },
      settled: () => Promise.resolve().then(() => page.tidyUp()),
    },
    () => {
      page.concluded += 1;
    },
  );
  const draft = async (episodeId: string, text: string) => {
    session.model.ask();
    await flush();
    requests.at(-1)?.listener.onDone([{ episodeId, text, flagged: [] }]);
  };
  const insert = async (episodeId: string, text: string) => {
    await draft(episodeId, text);
    await session.model.insert();
    await flush();
  };
  const type = (text: string) => {
    box.element.value = text;
    edits.touched = true;
  };
  const send = (outcome: 'sent' | 'scheduled' = 'sent', proof: 'box' | 'page' = 'box') =>
    heard?.onSent(box.element.value, outcome, proof);
  const notes = { value: 'second part on Thursday', focus: () => undefined };
  session.model.useField(notes);
  notes.value = 'second part on Thursday';
  session.open();
  return {
    session,
    box,
    page,
    edits,
    endings,
    baselines,
    requests,
    draft,
    insert,
    type,
    send,
    notes,
    discard: () => heard?.onDiscarded(),
  };
}

const inserted = (baseline: string) => [
  'draft.inserted',
  {
    episodeId: 'e1',
    baseline,
    trace: { print: textPrint(baseline), isExplained: true, left: 'standing' },
  },
];

const discarded = {
  episodeId: 'e1',
  final: '',
  outcome: 'discarded',
  print: '',
  baseline: null,
  holdMs: 0,
  proof: 'box',
};

const flush = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('a draft is asked for with what the page shows', async () => {
  const { session, box, requests } = begin();
  box.state.incoming = { from: { address: 'ana@acme.example', name: 'Ana' }, text: 'When?' };
  session.model.ask();
  await flush();
  expect(requests[0]?.context).toEqual({
    task: 'new',
    site: location.host,
    recipients: [{ address: 'ana@acme.example', name: 'Ana Lopez' }],
    subject: 'Report',
    incoming: { from: { address: 'ana@acme.example', name: 'Ana' }, text: 'When?' },
    notes: 'second part on Thursday',
    language: null,
  });
});

test.each([
  ['confidential', 'confidential'],
  ['secret', 'secret-asked'],
] as const)('a box that became %s is not read: the panel says why', async (why, code) => {
  const { session, box, page, requests } = begin();
  box.state.unsupported = why;
  session.model.ask();
  await flush();
  expect(session.model.fault.value).toMatchObject({ code });
  expect(requests).toEqual([]);
  page.open = false;
  session.open();
  expect(page.open).toBe(false);
  expect(page.notes.at(-1)?.text).toContain('so Penchant does not read');
});

test('the panel knows of a page that is built otherwise', () => {
  const { session, box } = begin();
  expect(session.model.about().isChanged).toBe(false);
  box.state.missing = ['send'];
  session.open();
  expect(session.model.about().isChanged).toBe(true);
});

test('stopping before the question is out asks nothing', async () => {
  const { session, requests } = begin();
  session.model.ask();
  session.model.stop();
  await flush();
  expect(requests).toEqual([]);
});

test('stopping later stops the request', async () => {
  const { session, page } = begin();
  session.model.ask();
  await flush();
  session.model.stop();
  expect(page.stopped).toBe(1);
});

test('what the editor holds after the insertion is the baseline', async () => {
  const { box, baselines, insert, page } = begin();
  box.element.value = '\nmy own words';
  await insert('e1', 'Hi Ana,');
  expect(baselines).toEqual([inserted('Hi Ana,\nmy own words')]);
  expect(page.open).toBe(false);
});

test('what the editor makes of the draft by itself belongs to the baseline', async () => {
  const { box, baselines, insert, page } = begin();
  page.tidyUp = () => {
    box.element.value = 'Hi Ana, tidied';
  };
  await insert('e1', 'Hi Ana,');
  expect(baselines).toEqual([inserted('Hi Ana, tidied')]);
});

test('of the final text, what was pasted is told by its places', async () => {
  const { edits, endings, insert, send, type } = begin();
  await insert('e1', 'Hi Ana,');
  edits.brought.add('Ask Contoso about it.');
  type('Hey Ana, ask Contoso about it!');
  send();
  expect(endings).toMatchObject([{ origins: [{ start: 9, end: 29, origin: 'pasted' }] }]);
});

test('what the user types in that moment does not', async () => {
  const { baselines, insert, page, type } = begin();
  page.tidyUp = () => type('Hi Ana, typed');
  await insert('e1', 'Hi Ana,');
  expect(baselines).toEqual([inserted('Hi Ana,')]);
});

test.each(['sent', 'scheduled'] as const)(
  'an edited draft that is %s is handed over',
  async (outcome) => {
    const { insert, type, send, endings, page } = begin();
    await insert('e1', 'Hi Ana,');
    type('Hello Ana,');
    send(outcome);
    expect(endings).toEqual([
      {
        episodeId: 'e1',
        final: 'Hello Ana,',
        outcome,
        print: textPrint('Hello Ana,'),
        baseline: null,
        holdMs: 0,
        proof: 'box',
      },
    ]);
    expect([page.left, page.concluded]).toEqual([1, 1]);
  },
);

test('an unedited draft that is sent is handed over', async () => {
  const { insert, send, endings } = begin();
  await insert('e1', 'Hi Ana,');
  send();
  expect(endings).toMatchObject([{ episodeId: 'e1', final: 'Hi Ana,', outcome: 'sent' }]);
});

test('a baseline that could not be stored goes along with the final text', async () => {
  const { insert, send, endings, page } = begin();
  page.storing = new Fault('reload-needed');
  await insert('e1', 'Hi Ana,');
  send();
  expect(endings).toMatchObject([{ episodeId: 'e1', baseline: 'Hi Ana,', outcome: 'sent' }]);
});

test('a change that no hand made is never learned from, nor is its text handed over', async () => {
  const { box, insert, send, endings } = begin();
  await insert('e1', 'Hi Ana,');
  box.element.value = 'Buy now!';
  send();
  expect(endings).toEqual([discarded]);
});

test("nor is a change that a script made among the user's own", async () => {
  const { insert, type, edits, send, endings } = begin();
  await insert('e1', 'Hi Ana,');
  type('Hello Ana, Buy now!');
  edits.programmatic = true;
  send();
  expect(endings).toMatchObject([{ outcome: 'discarded', final: '' }]);
});

test('a discarded message discards the draft', async () => {
  const { insert, type, discard, endings } = begin();
  await insert('e1', 'Hi Ana,');
  type('Hello Ana,');
  discard();
  expect(endings).toEqual([discarded]);
});

test('a message sent without the draft discards it', async () => {
  const { draft, type, send, endings } = begin();
  await draft('e1', 'Hi Ana,');
  type('My own words');
  send();
  expect(endings).toMatchObject([{ episodeId: 'e1', final: '', outcome: 'discarded' }]);
});

test('a message without any draft says nothing to anybody', async () => {
  const { type, send, endings } = begin();
  type('My own words');
  send();
  expect(endings).toEqual([]);
});

test('of two drafts the one that stands is handed over, and takes the place of the other', async () => {
  const { insert, send, endings, page } = begin();
  await insert('e1', 'Hi Ana,');
  await insert('e2', 'Hello Ana,');
  expect(page.inserted).toEqual([
    { text: 'Hi Ana,', replace: null },
    { text: 'Hello Ana,', replace: 'Hi Ana,' },
  ]);
  send();
  expect(endings).toHaveLength(2);
  expect(endings).toMatchObject([
    { episodeId: 'e2', final: 'Hello Ana,', outcome: 'sent', baseline: null },
    discarded,
  ]);
});

test('a draft that was taken out again is not handed over', async () => {
  const { session, box, insert, type, send, endings } = begin();
  await insert('e1', 'Hi Ana,');
  await session.model.undo();
  expect(session.model.phase.value).toBe('ready');
  expect(box.element.value).toBe('');
  type('My own words');
  send();
  expect(endings).toMatchObject([{ episodeId: 'e1', outcome: 'discarded' }]);
});

test('an edited draft stays, and one is told so', async () => {
  const { insert, page } = begin();
  await insert('e1', 'Hi Ana,');
  page.undoWorks = false;
  page.notes[0]?.action?.run();
  await flush();
  expect(page.notes.at(-1)?.text).toMatch(/edited since/);
});

test('a message sent twice (send, undo, send) is told once', async () => {
  const { insert, send, endings, page } = begin();
  await insert('e1', 'Hi Ana,');
  send();
  send();
  expect(endings).toHaveLength(1);
  expect(page.left).toBeGreaterThan(0);
});

test.each(['not-inserted', 'compose-gone'] as const)(
  'a draft that did not go in (%s) stays in the panel',
  async (fault) => {
    const { session, draft, page, baselines } = begin();
    await draft('e1', 'Hi Ana,');
    page.insertFault = fault;
    await session.model.insert();
    expect(session.model.fault.value?.code).toBe(fault);
    expect(session.model.text.value).toBe('Hi Ana,');
    expect(session.model.phase.value).toBe('ready');
    expect(page.open).toBe(true);
    expect(baselines).toEqual([]);
  },
);

test('closing gives focus and caret back', () => {
  const { session, box } = begin();
  session.model.close();
  box.element.value = 'one two';
  box.element.focus();
  box.element.setSelectionRange(3, 3);
  session.open();
  box.element.blur();
  session.model.close();
  expect(document.activeElement).toBe(box.element);
  expect(box.element.selectionStart).toBe(3);
});

test('the same box built anew keeps its draft', async () => {
  const { session, box, insert, send, endings } = begin();
  await insert('e1', 'Hi Ana,');
  const again = fakeCompose();
  again.element.value = box.element.value;
  session.renew(again.compose);
  send();
  expect(endings).toMatchObject([{ episodeId: 'e1', outcome: 'sent' }]);
});

test('what the user changed before the box was built anew is still theirs', async () => {
  const { session, box, insert, type, send, endings, page } = begin();
  await insert('e1', 'Hi Ana,');
  type('Hello Ana,');
  const again = fakeCompose();
  session.renew(again.compose);
  expect(page.watched.at(-1)).toBe(again.compose);
  box.element.value = 'Hello Ana,';
  send();
  expect(endings).toMatchObject([{ final: 'Hello Ana,', outcome: 'sent' }]);
});

test('a box that is only looked at again is not watched anew', async () => {
  const { session, box, insert, page } = begin();
  await insert('e1', 'Hi Ana,');
  session.renew(box.compose);
  expect([page.watched.length, page.watches]).toEqual([1, 1]);
});

test('a send that was asked for is waited for in the box it was asked in', async () => {
  const { session, page } = begin();
  page.pending = true;
  session.renew(fakeCompose().compose);
  expect(page.watches).toBe(1);
  page.pending = false;
  session.renew(fakeCompose().compose);
  expect(page.watches).toBe(2);
});

test.each([
  ['box', 40_000],
  ['page', 10_000],
] as const)('where a send can be undone its ending is held back (%s)', async (proof, holdMs) => {
  const { insert, send, endings } = begin({ hasUndoSend: true });
  await insert('e1', 'Hi Ana,');
  send('sent', proof);
  expect(endings).toMatchObject([{ outcome: 'sent', holdMs }]);
});

describe('a box that is opened with a text in it', () => {
  const found = { episodeId: 'e0', baseline: 'Hi Ana,', isExplained: true };

  test('is asked about; one without is not', async () => {
    const { baselines } = begin({ stands: 'Hi  Ana,' });
    expect(baselines).toEqual([['draft.recall', { print: textPrint('Hi Ana,') }]]);
    expect(begin().baselines).toEqual([]);
  });

  test('goes on where it was left, and is learned from when it is sent', async () => {
    const { type, send, endings, page } = begin({ stands: 'Hello Ana,', found });
    await flush();
    type('Hello Ana, yes');
    send();
    expect(endings).toMatchObject([
      { episodeId: 'e0', final: 'Hello Ana, yes', outcome: 'sent', baseline: null },
    ]);
    expect(page.forgotten).toEqual(['e0']);
  });

  test('is not learned from where nobody saw who had changed it', async () => {
    const known = { ...found, isExplained: false };
    const { type, send, endings } = begin({ stands: 'Hello Ana,', found: known });
    await flush();
    type('Hello Ana, yes');
    send();
    expect(endings).toMatchObject([{ episodeId: 'e0', final: '', outcome: 'discarded' }]);
  });

  test('nor where somebody typed before it was known again', async () => {
    const { type, send, endings } = begin({ stands: 'Hello Ana,', found });
    type('Hello Ana, yes');
    await flush();
    send();
    expect(endings).toMatchObject([{ episodeId: 'e0', final: '', outcome: 'discarded' }]);
  });

  test('that is none of ours says nothing to anybody', async () => {
    const { type, send, endings } = begin({ stands: 'Mine.' });
    await flush();
    type('Mine, too.');
    send();
    expect(endings).toEqual([]);
  });
});

describe('how a draft was left', () => {
  const left = (baselines: unknown[]) =>
    baselines.filter((said) => Array.isArray(said) && said[0] === 'draft.left');

  test('is noted once as it stands, and again after it changed', async () => {
    const { session, insert, type, baselines } = begin();
    await insert('e1', 'Hi Ana,');
    session.note(false);
    session.note(false);
    type('Hello Ana,');
    session.note(false);
    const trace = { isExplained: true, left: 'standing' };
    expect(left(baselines)).toEqual(
      ['Hi Ana,', 'Hello Ana,'].map((text) => [
        'draft.left',
        { episodeId: 'e1', trace: { ...trace, print: textPrint(text) } },
      ]),
    );
  });

  test.each([
    [false, 'closed'],
    [true, 'unknown'],
  ])('tells closed from unknown (a send was asked for: %s)', async (pending, left_) => {
    const { session, insert, baselines, page } = begin();
    await insert('e1', 'Hi Ana,');
    page.pending = pending;
    session.note(true);
    expect(left(baselines)).toMatchObject([['draft.left', { trace: { left: left_ } }]]);
  });

  test('is nothing where no draft stands', () => {
    const { session, baselines } = begin();
    session.note(true);
    expect(baselines).toEqual([]);
  });
});
