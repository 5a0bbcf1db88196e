import type { Runtime } from 'webextension-polyfill';
import { createBudget, isSmall } from '../../browser/budget.ts';
import { whileBusy } from '../../browser/keep-alive.ts';
import { senderKind } from '../../browser/serve.ts';
import { sideOf } from '../../learning/comparison.ts';
import { createAlternatives, createDraft } from '../../learning/draft.ts';
import { asFault } from '../../learning/fault.ts';
import type { AppliedPreference, Preference } from '../../learning/types.ts';
import {
  type Draft,
  draftPortName,
  type ShapingPreference,
  type ToBackground,
  type ToPanel,
  toBackgroundSchema,
} from '../../protocol/draft-port.ts';
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
    void whileBusy(writeDrafts(parsed.data, services, controller.signal, say));
  });
}

async function writeDrafts(
  { context, without, how }: Extract<ToBackground, { type: 'start' }>,
  services: Promise<Services>,
  signal: AbortSignal,
  say: (answer: ToPanel) => void,
): Promise<void> {
  try {
    const { draftPorts, store, ids, clock, remember } = await services;
    const [{ memory, ...others }, { settings }] = await Promise.all([
      draftPorts(),
      store.settings(),
    ]);
    let known: readonly Preference[] = [];
    const ports = {
      ...others,
      // What was read for the draft also tells where its preferences come from.
      memory: {
        ...memory,
        preferences: async () => {
          known = await memory.preferences();
          return known;
        },
      },
    };
    const options = {
      signal,
      onShaped: (applied: readonly AppliedPreference[], isHeldOut: boolean) => {
        const preferences = applied.map((one) => withSource(one, known));
        say({ type: 'shaped', preferences, isHeldOut });
      },
      onText: (piece: string) => say({ type: 'text', piece }),
    };
    const rework = how.kind === 'rework' ? { text: how.text, tone: how.tone } : null;
    // Drawn first: the side it is on is to depend on nothing else.
    const firstId = ids.next();
    const isPlain = how.kind === 'draft' && !how.isWhole && without.length === 0;
    const isCompared = settings.comparing && isPlain;
    const request = {
      context,
      without,
      ...(isCompared && { comparison: sideOf(firstId) }),
      ...(rework && { rework }),
    };
    const made =
      how.kind === 'several'
        ? await createAlternatives(request, ports, options)
        : [await createDraft(request, ports, options)];
    const drafts: Draft[] = [];
    for (const { text, flagged, guidance, comparison, usage, vector } of made) {
      const episodeId = drafts.length === 0 ? firstId : ids.next();
      await store.addEpisode(
        {
          id: episodeId,
          at: clock.now(),
          context,
          writer: ports.writer.id,
          draft: text,
          final: null,
          outcome: 'open',
          guidance,
          ...(without.length > 0 && { without }),
          ...(comparison && { comparison }),
          cost: null,
          standing: null,
          usage: { draft: usage, learn: { calls: 0, inputTokens: 0, outputTokens: 0 } },
        },
        vector,
      );
      remember(episodeId, vector);
      drafts.push({ episodeId, text, flagged });
    }
    say({ type: 'done', drafts });
  } catch (thrown) {
    const { code, detail } = asFault(thrown, 'storage-failed');
    say({ type: 'fault', fault: { code, detail } });
  }
}

function withSource(applied: AppliedPreference, known: readonly Preference[]): ShapingPreference {
  const stored = known.find(({ id }) => id === applied.id);
  const own = stored?.evidence.filter(({ says }) => says === 'supports' || says === 'confirms');
  const mails = new Set(own?.map(({ episodeId }) => episodeId)).size;
  return { ...applied, mails, scope: stored?.scope ?? { kind: 'everywhere' } };
}

function refused(detail: string): ToPanel {
  return { type: 'fault', fault: { code: 'not-allowed', detail } };
}
