import { browser } from '../../browser/extension.ts';
import type { Context } from '../../learning/types.ts';
import type { draftPortName, How, ToBackground } from '../../protocol/draft-port.ts';
import type { DraftListener } from '../../ui/panel/panel-ports.ts';
import { isToPanel } from './is-to-panel.ts';

// By its type only: the module itself would bring all of zod into the page.
const portName: typeof draftPortName = 'draft';

/** For what only another version of ours can have said. */
const unknownWords = { type: 'fault', fault: { code: 'reload-needed', detail: '' } } as const;
/** What is asked for: `without` are ids of preferences to leave out. */
export interface DraftRequest {
  readonly context: Context;
  readonly without: readonly string[];
  readonly how: How;
}

/**
 * Asks the background for drafts over a port of their own. Answers with a function that stops it, after
 * which the listener hears no more.
 */
export function requestDraft(
  { context, without, how }: DraftRequest,
  listener: DraftListener,
): () => void {
  const port = browser.runtime.connect({ name: portName });
  let over = false;
  const end = (): void => {
    over = true;
    port.disconnect();
  };
  port.onMessage.addListener((message: unknown) => {
    if (over) return;
    const said = isToPanel(message) ? message : unknownWords;
    if (said.type === 'shaped') listener.onShaped(said.preferences, said.isHeldOut);
    else if (said.type === 'text') listener.onText(said.piece);
    else {
      end();
      if (said.type === 'done') listener.onDone(said.drafts);
      else listener.onFault(said.fault);
    }
  });
  port.onDisconnect.addListener(() => {
    if (over) return;
    over = true;
    const code = browser.runtime?.id === undefined ? 'reload-needed' : 'cut-short';
    listener.onFault({ code, detail: '' });
  });
  const start: ToBackground = { type: 'start', context, without: [...without], how };
  port.postMessage(start);
  return () => {
    if (over) return;
    const stop: ToBackground = { type: 'stop' };
    port.postMessage(stop);
    end();
  };
}
