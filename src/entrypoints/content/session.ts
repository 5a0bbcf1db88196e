import type { call } from '../../browser/call.ts';
import { faultText, t } from '../../browser/text.ts';
import { asFault, type FaultData } from '../../learning/fault.ts';
import type { Draft } from '../../protocol/draft-port.ts';
import type { Place } from '../../ui/panel/compose-place.ts';
import type { PageUi } from '../../ui/panel/page-ui.ts';
import type { PanelModel } from '../../ui/panel/panel-model.ts';
import type { DraftListener, PanelPorts } from '../../ui/panel/panel-ports.ts';
import { letters } from '../../webmail/canonical-text.ts';
import type { SendWatch } from '../../webmail/send-watch.ts';
import { textPrint } from '../../webmail/text-print.ts';
import type { Compose } from '../../webmail/types.ts';
import { keepCaret } from './caret.ts';
import { composeContext } from './compose-context.ts';
import type { DraftRequest } from './draft-channel.ts';
import type { Ending, Finisher } from './finisher.ts';
import type { Hands, Heard } from './hands.ts';
import { type StandingDraft, standingDraft } from './standing-draft.ts';

export interface SessionPorts {
  readonly hands: Hands;
  readonly ui: PageUi;
  readonly call: typeof call;
  readonly finisher: Finisher;
  /** To be called once the panel's code is here. */
  readonly newPanelModel: (ports: PanelPorts) => PanelModel;
  /** Answers with a function that stops it. */
  readonly requestDraft: (request: DraftRequest, listener: DraftListener) => Promise<() => void>;
  /** Resolves once the page has had its turn after an insertion (some editors tidy up). */
  readonly settled: () => Promise<void>;
}

/** The drafts of one message, from the first to the mail that was sent. */
export interface Session extends Place {
  readonly key: string;
  compose(): Compose;
  /** The page may have built the same compose box, or the editor in it, anew. */
  renew(compose: Compose): void;
  /** Opens the panel; keeps in mind where the caret was. */
  open(): void;
  handleEvent(event: Event): void;
  /** Notes how the draft stands, so that it is known again; `leaving`: the page is left. */
  note(leaving: boolean): void;
  end(): void;
}

/** How long an ending is held back, in milliseconds: Gmail offers to undo a send for up to 30 s. */
const holdMs = { box: 40_000, page: 10_000 };

/** Begins the session of a compose box; `onConcluded` is called once its message is sent or discarded. */
export function createSession(
  first: Compose,
  ports: SessionPorts,
  onConcluded: () => void,
): Session {
  const { hands, ui } = ports;
  let compose = first;
  let watching = new AbortController();
  let send = watchForSend();
  let root = compose.root;
  let watched = compose.editor()?.element;
  let inserted: StandingDraft | null = null;
  const unused = new Set<string>();
  let about: ReturnType<PanelPorts['about']> = { to: [], answering: false, isChanged: false };
  let backToEditor = (): void => undefined;

  function watchForSend(): SendWatch {
    const listener: Heard = {
      onSent: (final, outcome, proof) =>
        conclude(final, outcome, { holdMs: compose.hasUndoSend ? holdMs[proof] : 0, proof }),
      onDiscarded: () => conclude('', 'discarded', { holdMs: 0, proof: 'box' }),
    };
    return hands.watchSend(compose, listener, watching.signal);
  }

  /** Why nothing may be drafted in this box now; a message can be given a password at any time. */
  function refused(): FaultData | null {
    const why = compose.unsupported();
    return why && { code: why === 'secret' ? 'secret-asked' : 'confidential', detail: '' };
  }

  function stand(draft: StandingDraft | null): void {
    inserted?.stop();
    inserted = draft;
  }

  function conclude(
    final: string,
    outcome: 'sent' | 'scheduled' | 'discarded',
    how: Pick<Ending, 'holdMs' | 'proof'>,
  ): void {
    if (inserted) {
      unused.delete(inserted.episodeId);
      void ports.finisher.finish({ ...inserted.ending(final, outcome), ...how });
    }
    for (const episodeId of unused) {
      const none = { final: '', print: '', baseline: null, holdMs: 0, proof: 'box' } as const;
      void ports.finisher.finish({ episodeId, outcome: 'discarded', ...none });
    }
    stand(null);
    unused.clear();
    session.end();
    ui.leave(session);
    onConcluded();
  }

  async function noteBaseline({ episodeId, text }: Draft): Promise<void> {
    const settled = ports.settled();
    const draft = standingDraft(compose, hands.watchEdits, { episodeId, text, settled });
    stand(draft);
    await settled;
    // The watch has heard of it before we do, so what the editor tidied up is in it by now.
    if (inserted !== draft) return;
    const baseline = draft.baseline();
    const trace = {
      print: textPrint(baseline),
      isExplained: true,
      left: 'standing',
    } as const;
    try {
      await ports.call('draft.inserted', { episodeId, baseline, trace });
      draft.stored(baseline);
    } catch (thrown) {
      console.info('The inserted draft will be noted when the message is sent.', thrown);
    }
  }

  /** What stands in a box that is opened may be a draft of ours: saved, or sent and taken back. */
  async function recall(): Promise<void> {
    const print = textPrint(compose.read()?.text ?? '');
    if (print === '') return;
    try {
      const { found } = await ports.call('draft.recall', { print });
      // Somebody who went on meanwhile was not watched.
      const isSame = textPrint(compose.read()?.text ?? '') === print;
      if (!found || inserted || watching.signal.aborted) return;
      ports.finisher.forget(found.episodeId);
      const known = isSame ? found : { ...found, isExplained: false };
      const { episodeId, baseline: text } = found;
      stand(standingDraft(compose, hands.watchEdits, { episodeId, text, found: known }));
    } catch (thrown) {
      console.info('A draft that stood there before is not known again.', thrown);
    }
  }

  const panelPorts: PanelPorts = {
    about: () => about,
    standing() {
      const text = compose.read()?.text ?? '';
      if (!inserted || text === '') return { text, ours: null };
      // Changed by a single letter, it is the user's text, and all of it that they see go.
      const isUnchanged = letters(text).includes(letters(inserted.text));
      return { text, ours: isUnchanged ? inserted.text : text };
    },
    question: () =>
      composeContext(compose, '')
        .then((context) => ports.call('question.read', { context }))
        // What is not asked is missed by nobody.
        .then(
          ({ options }) => options,
          () => null,
        ),
    answer: (preferenceId) => ports.call('question.answer', { preferenceId }),
    request({ notes, ...ask }, listener) {
      const refusal = refused();
      if (refusal) {
        listener.onFault(refusal);
        return () => undefined;
      }
      let stopped = false;
      let stop = (): void => undefined;
      composeContext(compose, notes)
        .then(async (context) => {
          if (stopped) return;
          stop = await ports.requestDraft(
            { context, ...ask },
            {
              ...listener,
              onDone(drafts) {
                for (const { episodeId } of drafts) unused.add(episodeId);
                listener.onDone(drafts);
              },
            },
          );
          if (stopped) stop();
        })
        .catch((thrown: unknown) => {
          const { code, detail } = asFault(thrown, 'reload-needed');
          if (!stopped) listener.onFault({ code, detail });
        });
      return () => {
        stopped = true;
        stop();
      };
    },
    async insert(draft, replace) {
      const editor = compose.editor();
      if (!editor) return { code: 'compose-gone', detail: '' };
      backToEditor();
      const fault = await hands.insert(editor, draft.text, replace);
      if (fault) return { code: fault, detail: '' };
      void noteBaseline(draft);
      ui.closePanel();
      ui.note({
        text: t('panel_inserted'),
        action: { label: t('panel_undo'), run: () => void undoFromNote() },
      });
      return null;
    },
    async undo() {
      const editor = compose.editor();
      if (!editor || !inserted) return false;
      const undone = await hands.undo(editor, inserted.text);
      if (undone) stand(null);
      return undone;
    },
    close() {
      ui.closePanel();
      backToEditor();
    },
  };
  let model: PanelModel | null = null;

  async function undoFromNote(): Promise<void> {
    await session.model.undo();
    if (session.model.hint.value === 'undo_refused') ui.note({ text: t('panel_undo_refused') });
  }

  const session: Session = {
    key: first.key,
    get model() {
      model ??= ports.newPanelModel(panelPorts);
      return model;
    },
    compose: () => compose,
    editor: () => compose.editor()?.element ?? null,
    onOpen: () => session.open(),
    renew(next) {
      const element = next.editor()?.element;
      if (next.root === root && element === watched) return;
      compose = next;
      [root, watched] = [next.root, element];
      // A send that was asked for is proven by the box it was asked in.
      if (!send.isPending()) {
        watching.abort();
        watching = new AbortController();
        send = watchForSend();
      }
      inserted?.watch(compose);
    },
    open() {
      const refusal = refused();
      if (refusal) {
        ui.note({ text: faultText(refusal) });
        return;
      }
      const editor = compose.editor();
      if (editor && !ui.isOpen(session)) backToEditor = keepCaret(editor.element);
      about = {
        to: compose.recipients().map(({ name, address }) => name || address),
        answering: compose.incoming() !== null,
        isChanged: compose.missing.length > 0,
      };
      ui.openPanel(session);
    },
    handleEvent: (event) => send.handleEvent(event),
    note(leaving) {
      const isGone = leaving || compose.sight() === 'gone';
      const left = !isGone ? 'standing' : send.isPending() ? 'unknown' : 'closed';
      const trace = inserted?.newTrace(left);
      if (!inserted || !trace) return;
      const { episodeId } = inserted;
      ports.call('draft.left', { episodeId, trace }).catch((thrown: unknown) => {
        console.info('Where the draft was left is not noted.', thrown);
      });
    },
    end() {
      model?.stop();
      watching.abort();
      inserted?.stop();
    },
  };
  void recall();
  return session;
}
