import { expect, test } from 'vitest';
import { defaultSettings, isEndpoint, settingsSchema } from '../../src/protocol/settings.ts';

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
  'javascript:alert(1)',
  'api.example.com',
  '',
])('%s would carry a key in the clear or is no endpoint', (address) => {
  expect(isEndpoint(address)).toBe(false);
});
