import { createRequire } from 'node:module';

/** The installed onnxruntime has no program for every machine, and then there is nothing to test. */
export function onnxRuntimeIsHere(): boolean {
  try {
    createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'))(
      'onnxruntime-node',
    );
    return true;
  } catch (thrown) {
    console.warn('Skipped: onnxruntime-node does not run here.', thrown);
    return false;
  }
}
