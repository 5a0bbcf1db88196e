import { describe, expect, it } from 'vitest';
import type { EncoderEngine } from '../../src/embeddings/encoder-engine.ts';
import { createEncoder } from '../../src/embeddings/encoder-host.ts';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { Fault } from '../../src/learning/fault.ts';

/** A machine on which the model is, or is not, and an engine that can be made to fail. */
function setting(behaviour: Partial<EncoderEngine> & { present?: boolean } = {}) {
  const machine = { present: behaviour.present ?? true, released: 0 };
  const reported: string[] = [];
  const encoder = createEncoder({
    lexical: createLexicalEmbedder(),
    modelId: 'minilm@1',
    isPresent: async () => machine.present,
    report: ({ code }) => reported.push(code),
    onRequest: () => {},
    engine: {
      load: async () => (machine.present ? 'ready' : 'absent'),
      fetch: async () => {
        machine.present = true;
      },
      embed: async (texts) => texts.map(() => Float32Array.of(1)),
      release: async () => {
        machine.released += 1;
      },
      ...behaviour,
    },
  });
  return { encoder, machine, reported };
}

const failing = async () => {
  throw new Fault('encoder-failed', 'out of memory');
};

/** A promise and the word that ends it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('the encoder in use', () => {
  it('is the built-in one from the start', async () => {
    const { encoder } = setting();
    expect(encoder.current().id).toBe('lexical-1');
    const [vector] = await encoder.current().embed(['hello']);
    expect(vector?.encoder).toBe('lexical-1');
  });

  it('is the model once it is wanted and loaded', async () => {
    const { encoder } = setting();
    await encoder.want('minilm');
    expect(encoder.current().id).toBe('minilm@1');
    expect(await encoder.current().embed(['hello'])).toEqual([
      { encoder: 'minilm@1', values: Float32Array.of(1) },
    ]);
    expect(encoder.state()).toEqual({
      active: 'minilm@1',
      wanted: 'minilm',
      model: 'ready',
      loaded: 0,
      total: 0,
      fault: null,
    });
  });

  it('stays the built-in one while the model is not here, without calling that a fault', async () => {
    const { encoder, reported } = setting({ present: false });
    await encoder.want('minilm');
    expect(encoder.state()).toMatchObject({ active: 'lexical-1', model: 'absent', fault: null });
    expect(reported).toEqual([]);
  });

  it('knows that the model is here before it is wanted, and does not load it', async () => {
    const { encoder } = setting({ load: failing });
    await encoder.want('lexical');
    expect(encoder.state()).toMatchObject({ model: 'ready', fault: null });
  });

  it('becomes the model after the download, whose progress can be seen', async () => {
    const { opened, open } = gate();
    const { encoder, machine } = setting({
      present: false,
      fetch: async (onProgress) => {
        onProgress(5, 20);
        await opened;
        machine.present = true;
      },
    });
    await encoder.want('minilm');
    const fetched = encoder.fetchModel();
    expect(encoder.state()).toMatchObject({ model: 'loading', loaded: 5, total: 20 });
    open();
    await fetched;
    expect(encoder.state()).toMatchObject({ active: 'minilm@1', loaded: 0, total: 0 });
  });

  it('stays the built-in one after a failed download, and says why until the next try', async () => {
    let broken = true;
    const { encoder, machine, reported } = setting({
      present: false,
      fetch: async () => {
        if (broken) throw new Fault('wrong-hash', 'config.json');
        machine.present = true;
      },
    });
    await encoder.want('minilm');
    await encoder.fetchModel();
    expect(encoder.state()).toMatchObject({
      active: 'lexical-1',
      model: 'failed',
      fault: { code: 'wrong-hash', detail: 'config.json' },
    });
    expect(reported).toEqual(['wrong-hash']);
    broken = false;
    await encoder.fetchModel();
    expect(encoder.state()).toMatchObject({ active: 'minilm@1', model: 'ready', fault: null });
  });

  it('falls back when the model does not load', async () => {
    const { encoder, reported } = setting({ load: failing });
    await encoder.want('minilm');
    expect(encoder.current().id).toBe('lexical-1');
    expect(encoder.state().fault).toEqual({ code: 'encoder-failed', detail: 'out of memory' });
    expect(reported).toEqual(['encoder-failed']);
  });

  it('falls back in the middle of the work, says so once, and loses no text', async () => {
    const { encoder, reported } = setting({ embed: failing });
    await encoder.want('minilm');
    const held = encoder.current();
    const answers = await Promise.all([held.embed(['one']), held.embed(['two'])]);
    expect(answers.flat().map((vector) => vector.encoder)).toEqual(['lexical-1', 'lexical-1']);
    expect(reported).toEqual(['encoder-failed']);
    expect(encoder.current().id).toBe('lexical-1');
    expect(encoder.state()).toMatchObject({ wanted: 'minilm', model: 'failed' });
  });

  it('goes back to the built-in one at once, and gives the memory back', async () => {
    const { encoder, machine } = setting();
    await encoder.want('minilm');
    const done = encoder.want('lexical');
    expect(encoder.current().id).toBe('lexical-1');
    await done;
    expect(machine.released).toBe(1);
  });

  it('follows the last word of somebody who changes their mind while it loads', async () => {
    const { opened, open } = gate();
    const { encoder, machine } = setting({
      load: async () => {
        await opened;
        return 'ready';
      },
    });
    const first = encoder.want('minilm');
    await encoder.want('lexical');
    open();
    await first;
    expect(encoder.state()).toMatchObject({ active: 'lexical-1', wanted: 'lexical', fault: null });
    expect(machine.released).toBe(1);
  });
});
