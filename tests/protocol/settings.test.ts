import { expect, test } from 'vitest';
import {
  defaultSettings,
  endpointProblem,
  hidesIdentifiers,
  isEndpoint,
  settingsSchema,
} from '../../src/protocol/settings.ts';

test('settings from before there were small models get the usual one, at its own strength', () => {
  const { generator: _, strength: __, ...writer } = defaultSettings.writer;
  expect(settingsSchema.parse({ ...defaultSettings, writer })).toEqual(defaultSettings);
});

test.each([-0.1, 2.1])('a strength of %s is refused', (strength) => {
  const writer = { ...defaultSettings.writer, strength };
  expect(settingsSchema.safeParse({ ...defaultSettings, writer }).success).toBe(false);
});

test('the usual settings are valid', () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
});

test.each(['https://api.example.com/v1', 'http://localhost:11434/v1', 'http://127.0.0.1:1234/v1'])(
  '%s may be an endpoint',
  (address) => {
    expect(isEndpoint(address)).toBe(true);
  },
);

test.each([
  'http://api.example.com/v1',
  'http://localhost.example.com/v1',
  'ftp://localhost/v1',
  'http://[::1]:11434/v1',
  'http://192.168.1.7/v1',
  'https://ann:secret@api.example.com/v1',
  'javascript:alert(1)',
  'api.example.com',
  '',
])('%s would carry a key in the clear or is no endpoint', (address) => {
  expect(isEndpoint(address)).toBe(false);
});

test.each([
  'http://192.168.1.7:11434/v1',
  'http://10.0.0.2/v1',
  'http://172.31.0.9/v1',
  'http://100.64.0.1/v1',
  'http://[fd00::1]/v1',
  'http://nas/v1',
  'http://box.local/v1',
])('%s is in a network where others can read along', (address) => {
  expect(endpointProblem(address)).toBe('private-network');
});

test.each([
  ['https://api.example.com/v1', 'auto', true],
  ['http://localhost:1234/v1', 'auto', false],
  ['https://192.168.1.7/v1', 'auto', true],
  ['https://api.example.com/v1', 'off', false],
  ['http://localhost:1234/v1', 'on', true],
] as const)('whether identifiers are hidden from %s (%s): %s', (baseUrl, masking, hides) => {
  expect(hidesIdentifiers({ baseUrl, masking })).toBe(hides);
});

test('settings of before there was masking are read', () => {
  const { masking: _, ...writer } = defaultSettings.writer;
  expect(settingsSchema.parse({ ...defaultSettings, writer })).toEqual(defaultSettings);
});
