import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteOrigin } from '../../src/ui/sites/site-address.ts';

test.each([
  ['mail.example.com', 'https://mail.example.com'],
  [' https://Mail.Example.com/inbox#1 ', 'https://mail.example.com'],
  ['http://intranet.example:8080/mail', 'http://intranet.example:8080'],
  ['localhost:8025', 'http://localhost:8025'],
  ['127.0.0.1:8025/x', 'http://127.0.0.1:8025'],
])('“%s” is %s', (typed, origin) => {
  expect(siteOrigin(typed)).toBe(origin);
});

test.each([
  '',
  'mail',
  '*.example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'chrome://settings',
  'https://user:secret@mail.example.com',
  'http://[::1]:80',
])('“%s” is refused', (typed) => {
  expect(siteOrigin(typed)).toBeNull();
});

test('whatever is typed, the answer is an origin the browser can be asked for, or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
      const origin = siteOrigin(typed);
      if (origin === null) return;
      expect(new URL(origin).origin).toBe(origin);
      expect(origin).toMatch(/^https?:\/\/[^*]+$/u);
      expect(siteOrigin(origin)).toBe(origin);
    }),
  );
});
