import type { Runtime } from 'webextension-polyfill';
import { createBudget, isSmall } from '../../browser/budget.ts';
import { whileBusy } from '../../browser/keep-alive.ts';
import { senderKind } from '../../browser/serve.ts';
import { createDraft } from '../../learning/draft.ts';
import { asFault } from '../../learning/fault.ts';
import type { Context } from '../../learning/types.ts';
import { draftPortName, type ToPanel, toBackgroundSchema } from '../../protocol/draft-port.ts';
import type { Services } from './services.ts';

/** Each draft may cost the user money; nobody reads more than this. */
const drafts = createBudget({ burst: 20, perSecond: 0.2 });

/**
 * Serves one panel: each `start` makes a draft and streams it, `stop` or closing the port cancels.
 * Listens from the first turn on, for what is said before anybody listens is lost.
 */
export function serveDrafts(port: Runtime.Port, services: Promise<Services>): void {
  if (port.name !== draftPortName) return;
  if (!port.sender || senderKind(port.sender) === null) {
    port.disconnect();
    return;
  }
  const { tab } = port.sender;
  let running: AbortController | null = null;
  const stop = (): void => {
    running?.abort();
    running = null;
  };
  port.onDisconnect.addListener(stop);
  port.onMessage.addListener((message: unknown) => {
    if (!isSmall(message)) {
      port.postMessage(refused('too large a message'));
      return;
    }
    const parsed = toBackgroundSchema.safeParse(message);
    if (!parsed.success) {
      port.postMessage(refused(parsed.error.message));
      return;
    }
    stop();
    if (parsed.data.type === 'stop') return;
    if (!drafts(tab?.id ?? -1)) {
      port.postMessage(refused('too many drafts'));
      return;
    }
    const controller = new AbortController();
    running = controller;
    // A draft that was stopped or overtaken has nobody left to answer to.
    const say = (answer: ToPanel): void => {
      if (running === controller) port.postMessage(answer);
    };
    const { context, without } = parsed.data;
    void whileBusy(writeDraft(context, without, services, controller.signal, say));
  });
}

async function writeDraft(
  context: Context,
  without: readonly string[],
  services: Promise<Services>,
  signal: AbortSignal,
  say: (answer: ToPanel) => void,
): Promise<void> {
  try {
    const { draftPorts, store, ids, clock, remember } = await services;
    const ports = await draftPorts();
    const draft = await createDraft({ context, without }, ports, {
      signal,
      onShaped: (preferences) => say({ type: 'shaped', preferences }),
      onText: (piece) => say({ type: 'text', piece }),
    });
    const episodeId = ids.next();
    await store.addEpisode(
      {
        id: episodeId,
        at: clock.now(),
        context,
        writer: ports.writer.id,
        draft: draft.text,
        final: null,
        outcome: 'open',
        guidance: draft.guidance,
        cost: null,
        standing: null,
        usage: { draft: draft.usage, learn: { calls: 0, inputTokens: 0, outputTokens: 0 } },
      },
      draft.vector,
    );
    remember(episodeId, draft.vector);
    say({ type: 'done', episodeId, text: draft.text });
  } catch (thrown) {
    const { code, detail } = asFault(thrown, 'storage-failed');
    say({ type: 'fault', fault: { code, detail } });
  }
}

function refused(detail: string): ToPanel {
  return { type: 'fault', fault: { code: 'not-allowed', detail } };
}
