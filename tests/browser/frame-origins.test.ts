import { expect, test } from 'vitest';
import { frameOrigins } from '../../src/browser/frame-origins.ts';
import { sitePatterns } from '../../src/browser/site-pattern.ts';

test.each([
  ['https://navigator.gmx.net', ['https://3c.gmx.net', 'https://3c-bap.gmx.net']],
  ['https://bap.navigator.web.de', ['https://3c.web.de', 'https://3c-bap.web.de']],
  ['https://navigator-lxa.mail.com', ['https://3c-lxa.mail.com']],
  ['https://navigator-bs.gmx.co.uk', ['https://3c-bs.gmx.co.uk']],
  ['https://www.icloud.com', ['https://www-mail.icloud-sandbox.com']],
])('%s has its compose box in a frame of %j', (origin, frames) => {
  expect(frameOrigins(origin)).toEqual(frames);
});

test.each([
  'https://mail.google.com',
  'https://navigator.gmx.net.example.org',
  'https://evil-navigator.web.de',
  'https://constructor',
])('%s asks for its own host only', (origin) => {
  expect(sitePatterns(origin)).toEqual([`${origin}/*`]);
});
