import { browser } from '../../browser/extension.ts';
import { closeOffscreen, ensureOffscreen } from '../../browser/offscreen.ts';
import { encoderId } from '../../embeddings/encoder-catalogue.ts';
import type { EncoderEngine } from '../../embeddings/encoder-engine.ts';
import type { EncoderDeps } from '../../embeddings/encoder-host.ts';
import { createLazyEngine } from '../../embeddings/lazy-engine.ts';
import { createLexicalEmbedder } from '../../embeddings/lexical.ts';
import { whereModelFilesAre } from '../../embeddings/model-files.ts';
import { createRemoteEngine } from '../../embeddings/remote-engine.ts';
import { encoderPortName } from '../../protocol/offscreen-port.ts';
import { modelParts } from './model-parts.ts';

/** What the background makes its encoder of: on Chrome the model runs in the offscreen page. */
export async function encoderDeps(): Promise<Omit<EncoderDeps, 'onRequest'>> {
  const { entry, sources } = await modelParts();
  return {
    lexical: createLexicalEmbedder(),
    modelId: encoderId('minilm', entry),
    engine: __BROWSER__ === 'chrome' ? offscreenEngine() : eventPageEngine(),
    isPresent: async () => (await whereModelFilesAre(entry, sources)) !== null,
    report: (fault) => console.warn('The language encoder is not in use.', fault),
  };
}

function offscreenEngine(): EncoderEngine {
  return createRemoteEngine({
    connect: async () => {
      await ensureOffscreen();
      return browser.runtime.connect({ name: encoderPortName });
    },
    close: closeOffscreen,
    // Longer than a download's own patience, so that its fault is the one that is told.
    patienceMs: 45_000,
  });
}

/** Firefox's event page has a DOM, so the model runs in it; its code is loaded on first use. */
function eventPageEngine(): EncoderEngine {
  return createLazyEngine(async () => (await import('./run-engine.ts')).runEngine());
}
