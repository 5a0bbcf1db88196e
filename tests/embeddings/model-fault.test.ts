import { expect, test } from 'vitest';
import { modelFault } from '../../src/embeddings/model-fault.ts';
import { Fault } from '../../src/learning/fault.ts';

test.each([
  [new RangeError('Array buffer allocation failed'), 'model-too-large'],
  [
    new Error("Can't create a session. ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc"),
    'model-too-large',
  ],
  [new Error('WebAssembly.Memory(): out of memory'), 'model-too-large'],
  [
    new Error('A valid external Instance reference no longer exists: the device was lost'),
    'model-too-large',
  ],
  [new Error('Unsupported model type: mamba9'), 'model-failed'],
  [new Fault('cancelled'), 'cancelled'],
])('%s is told as %s', (thrown, code) => {
  expect(modelFault(thrown)).toMatchObject({ code });
});
