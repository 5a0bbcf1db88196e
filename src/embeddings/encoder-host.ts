import { asFault, type Fault, type FaultData } from '../learning/fault.ts';
import type { Embedder } from '../learning/ports.ts';
import type { EncoderState } from '../protocol/messages.ts';
import type { SentRequest } from '../protocol/outbound.ts';
import type { Settings } from '../protocol/settings.ts';
import type { EncoderEngine } from './encoder-engine.ts';

export interface EncoderDeps {
  /** The encoder that always works. */
  readonly lexical: Embedder;
  /** Id of the vectors that `engine` makes. */
  readonly modelId: string;
  readonly engine: EncoderEngine;
  /** Whether the model's files are on this machine; must be cheap. */
  readonly isPresent: () => Promise<boolean>;
  /** Called once for each thing that goes wrong; `state().fault` keeps it. */
  readonly report: (fault: Fault) => void;
  /** Called for each request that a download made. */
  readonly onRequest: (request: SentRequest) => void;
}

/** Which sentence encoder is in use. No method rejects: what goes wrong is in `state().fault`. */
export interface Encoder {
  /**
   * The encoder to use for what comes next. Should the model fail while it works, the answer is the
   * built-in encoder's vector, as that vector's `encoder` says, and so are all later ones.
   */
  current(): Embedder;
  state(): EncoderState;
  /** Chooses an encoder; done when it is in use or known not to work. Downloads nothing. */
  want(kind: Settings['encoder']): Promise<void>;
  /** Downloads the model's files, and puts the model to use if it is wanted. */
  fetchModel(): Promise<void>;
}

/** The built-in encoder at once, and the model once it is wanted, here and loaded. */
export function createEncoder(deps: EncoderDeps): Encoder {
  const { lexical, engine } = deps;
  let wanted: Settings['encoder'] = 'lexical';
  let model: EncoderState['model'] = 'absent';
  let progress = { loaded: 0, total: 0 };
  let fault: FaultData | null = null;
  let inUse = false;
  let fetching: Promise<void> | null = null;

  function fail(thrown: unknown): void {
    const found = asFault(thrown, 'encoder-failed');
    inUse = false;
    model = 'failed';
    fault = { code: found.code, detail: found.detail };
    deps.report(found);
  }

  const guarded: Embedder = {
    id: deps.modelId,
    async embed(texts) {
      try {
        if (!inUse) return await lexical.embed(texts);
        const vectors = await engine.embed(texts);
        return vectors.map((values) => ({ encoder: deps.modelId, values }));
      } catch (thrown) {
        if (inUse) fail(thrown);
        return lexical.embed(texts);
      }
    },
  };

  async function settle(): Promise<void> {
    const asked = wanted;
    try {
      const present = await deps.isPresent();
      if (asked === 'lexical' || !present) {
        model = present ? 'ready' : 'absent';
        return;
      }
      model = 'loading';
      model = await engine.load();
      inUse = wanted === 'minilm' && model === 'ready';
      // The user changed their mind in the meantime.
      if (wanted === 'lexical') await engine.release();
    } catch (thrown) {
      if (wanted === asked) fail(thrown);
    }
  }

  return {
    current: () => (inUse ? guarded : lexical),
    state: () => ({
      active: inUse ? deps.modelId : lexical.id,
      wanted,
      model: fetching ? 'loading' : model,
      ...progress,
      fault,
    }),
    async want(kind) {
      const dropped = inUse && kind === 'lexical';
      wanted = kind;
      if (kind === 'minilm' && inUse) return;
      inUse = false;
      fault = null;
      if (dropped) await engine.release().catch(fail);
      await settle();
    },
    async fetchModel() {
      if (inUse) return;
      fetching ??= (async () => {
        fault = null;
        try {
          await engine.fetch((loaded, total) => {
            progress = { loaded, total };
          }, deps.onRequest);
          await settle();
        } catch (thrown) {
          fail(thrown);
        } finally {
          progress = { loaded: 0, total: 0 };
          fetching = null;
        }
      })();
      await fetching;
    },
  };
}
