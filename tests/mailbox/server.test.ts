import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mailbox, startMailbox } from '../../bench/mailbox/server.ts';

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(() => mailbox.close());

const mail = { to: 'Alex Kim <alex@acme.example>', subject: 'Re: x', text: 'Hi', html: null };
const post = (body: string, type = 'application/json') =>
  fetch(`${mailbox.url}/api/send`, { method: 'POST', headers: { 'content-type': type }, body });

describe('the practice mailbox', () => {
  it('listens on this machine only', () => {
    expect(mailbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves a marked page under a strict policy', async () => {
    const response = await fetch(mailbox.url);
    expect(await response.text()).toContain('data-practice-mailbox');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('serves every module its page asks for, as JavaScript and with nothing from outside', async () => {
    const waiting = ['/page/mailbox.ts'];
    const seen = new Set<string>();
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await fetch(mailbox.url + path);
      expect(response.headers.get('content-type'), path).toContain('text/javascript');
      for (const [, from = ''] of (await response.text()).matchAll(/from ["']([^"']+)["']/g)) {
        const { origin, pathname } = new URL(from, mailbox.url + path);
        expect(origin).toBe(mailbox.url);
        waiting.push(pathname);
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  it('keeps what was sent, oldest first', async () => {
    await post(JSON.stringify(mail));
    await post(JSON.stringify({ ...mail, text: 'Later' }));
    expect((await mailbox.sent()).map(({ text }) => text)).toEqual(['Hi', 'Later']);
    expect(await (await fetch(`${mailbox.url}/api/sent`)).json()).toEqual(await mailbox.sent());
  });

  it.each([
    ['no JSON', 'hello', 'application/json'],
    ['no recipient', JSON.stringify({ ...mail, to: ' ' }), 'application/json'],
    ['more than a mail', JSON.stringify({ ...mail, more: 1 }), 'application/json'],
    ['what a form of another site can send', JSON.stringify(mail), 'text/plain'],
  ])('refuses %s', async (_, body, type) => {
    expect((await post(body, type)).status).toBe(400);
    expect(await mailbox.sent()).toEqual([]);
  });

  it('refuses a mail that would fill the memory', async () => {
    expect((await post(JSON.stringify({ ...mail, text: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it.each(['/server.ts', '/../package.json', '/persona.ts', '/constructor', '/api/nothing'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(mailbox.url + path)).status).toBe(404);
    },
  );

  it('says when the port is taken', async () => {
    const port = Number(new URL(mailbox.url).port);
    await expect(startMailbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
