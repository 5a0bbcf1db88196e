import type { call } from '../../browser/call.ts';
import { faultText, t } from '../../browser/text.ts';
import { asFault, type FaultCode, type FaultData } from '../../learning/fault.ts';
import type { Context } from '../../learning/types.ts';
import type { Place } from '../../ui/panel/compose-place.ts';
import type { PageUi } from '../../ui/panel/page-ui.ts';
import {
  createPanelModel,
  type Draft,
  type DraftListener,
  type PanelPorts,
} from '../../ui/panel/panel-model.ts';
import type { Edits } from '../../webmail/edit-watch.ts';
import type { SendListener, SendWatch } from '../../webmail/send-watch.ts';
import type { Compose, EditorRef } from '../../webmail/types.ts';
import { keepCaret } from './caret.ts';
import { composeContext } from './compose-context.ts';
import type { Finisher } from './finisher.ts';

/** What the webmail layer does for a session; the real ones are put together in `index.ts`. */
export interface Hands {
  insert(editor: EditorRef, text: string, replace: string | null): Promise<FaultCode | null>;
  undo(editor: EditorRef, text: string): Promise<boolean>;
  watchEdits(compose: Compose, signal: AbortSignal): Edits;
  watchSend(compose: Compose, heard: Heard, signal: AbortSignal): SendWatch;
}

/** How a message ended. */
export type Heard = Pick<SendListener, 'onSent' | 'onDiscarded'>;

export interface SessionPorts {
  readonly hands: Hands;
  readonly ui: PageUi;
  readonly call: typeof call;
  readonly finisher: Finisher;
  readonly requestDraft: (
    context: Context,
    without: readonly string[],
    listener: DraftListener,
  ) => () => void;
  /** Resolves once the page has had its turn after an insertion (some editors tidy up). */
  readonly settled: () => Promise<void>;
}

/** The drafts of one message, from the first to the mail that was sent. */
export interface Session extends Place {
  readonly key: string;
  compose(): Compose;
  /** The page has built the same compose box anew. */
  renew(compose: Compose): void;
  /** Opens the panel; keeps in mind where the caret was. */
  open(): void;
  handleEvent(event: Event): void;
  end(): void;
}

interface Inserted extends Draft {
  /** What the editor held after the insertion. */
  readonly baseline: string;
  /** Whether the background has it. */
  readonly stored: boolean;
}

/** The longest text the background takes, in UTF-16 units; see `protocol/shapes.ts`. */
const longest = 200_000;

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
  let editsWatch = new AbortController();
  let edits: Edits | null = null;
  let inserted: Inserted | null = null;
  const unused = new Set<string>();
  let about = { to: '', answering: false };
  let backToEditor = (): void => undefined;

  function watchForSend(): SendWatch {
    const listener: Heard = {
      onSent: (final, outcome) => conclude(final, outcome),
      onDiscarded: () => conclude('', 'discarded'),
    };
    return hands.watchSend(compose, listener, watching.signal);
  }

  const watchEditsAnew = (): Edits => {
    editsWatch.abort();
    editsWatch = new AbortController();
    edits = hands.watchEdits(compose, editsWatch.signal);
    return edits;
  };

  /** Why nothing may be drafted in this box now; a message can be given a password at any time. */
  function refused(): FaultData | null {
    const why = compose.unsupported();
    return why && { code: why === 'secret' ? 'secret-asked' : 'confidential', detail: '' };
  }

  const bodyText = (otherwise: string): string =>
    (compose.read()?.text ?? otherwise).slice(0, longest);

  /** Learned from only when the draft stands, and when the user's hands explain what became of it. */
  function isExplained({ baseline }: Inserted, final: string): boolean {
    if (final === baseline) return true;
    return edits?.touched === true && !edits.programmatic;
  }

  function conclude(text: string, outcome: 'sent' | 'scheduled' | 'discarded'): void {
    const final = text.slice(0, longest);
    if (inserted) {
      const { episodeId, baseline, stored } = inserted;
      unused.delete(episodeId);
      const counts = outcome !== 'discarded' && isExplained(inserted, final);
      void ports.finisher.finish({
        episodeId,
        final: counts ? final : '',
        outcome: counts ? outcome : 'discarded',
        baseline: stored || !counts ? null : baseline,
      });
    }
    for (const episodeId of unused) {
      void ports.finisher.finish({ episodeId, final: '', outcome: 'discarded', baseline: null });
    }
    inserted = null;
    unused.clear();
    session.end();
    ui.leave(model);
    onConcluded();
  }

  async function noteBaseline(draft: Draft): Promise<void> {
    inserted = { ...draft, baseline: bodyText(draft.text), stored: false };
    const watch = watchEditsAnew();
    await ports.settled();
    // What the editor made of the draft by itself is no edit of the user's.
    if (!watch.touched && inserted?.episodeId === draft.episodeId) {
      inserted = { ...inserted, baseline: bodyText(draft.text) };
      watchEditsAnew();
    }
    if (inserted?.episodeId !== draft.episodeId) return;
    const { episodeId, baseline } = inserted;
    try {
      await ports.call('draft.inserted', { episodeId, baseline });
      if (inserted?.episodeId === episodeId) inserted = { ...inserted, stored: true };
    } catch (thrown) {
      console.info('The inserted draft will be noted when the message is sent.', thrown);
    }
  }

  const panelPorts: PanelPorts = {
    about: () => about,
    request(notes, without, listener) {
      const refusal = refused();
      if (refusal) {
        listener.onFault(refusal);
        return () => undefined;
      }
      let stopped = false;
      let stop = (): void => undefined;
      composeContext(compose, notes)
        .then((context) => {
          if (stopped) return;
          stop = ports.requestDraft(context, without, {
            ...listener,
            onDone(draft) {
              unused.add(draft.episodeId);
              listener.onDone(draft);
            },
          });
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
    async insert(draft) {
      const editor = compose.editor();
      if (!editor) return { code: 'compose-gone', detail: '' };
      backToEditor();
      const fault = await hands.insert(editor, draft.text, inserted?.text ?? null);
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
      if (undone) {
        inserted = null;
        editsWatch.abort();
      }
      return undone;
    },
    close() {
      ui.closePanel();
      backToEditor();
    },
  };
  const model = createPanelModel(panelPorts);

  async function undoFromNote(): Promise<void> {
    await model.undo();
    if (model.undoRefused.value) ui.note({ text: t('panel_undo_refused') });
  }

  const session: Session = {
    key: first.key,
    model,
    compose: () => compose,
    editor: () => compose.editor()?.element ?? null,
    onOpen: () => session.open(),
    renew(next) {
      if (next.root === compose.root) return;
      compose = next;
      watching.abort();
      watching = new AbortController();
      send = watchForSend();
      if (inserted) watchEditsAnew();
    },
    open() {
      const refusal = refused();
      if (refusal) {
        ui.note({ text: faultText(refusal) });
        return;
      }
      const editor = compose.editor();
      if (editor && !ui.isOpen(model)) backToEditor = keepCaret(editor.element);
      const names = compose.recipients().map(({ name, address }) => name || address);
      about = { to: names.join(', '), answering: compose.incoming() !== null };
      ui.openPanel(session);
    },
    handleEvent: (event) => send.handleEvent(event),
    end() {
      model.stop();
      watching.abort();
      editsWatch.abort();
    },
  };
  return session;
}
