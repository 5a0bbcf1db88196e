import type { Tab } from '../../../scripts/drive/tab.ts';
import type { ToBackground, ToPanel } from '../../../src/protocol/draft-port.ts';

const asked: ToBackground = {
  type: 'start',
  context: {
    task: 'reply',
    site: 'mail.example.com',
    recipients: [{ address: 'alex@acme.example', name: 'Alex Moore' }],
    subject: 'Report 7',
    incoming: {
      from: { address: 'alex@acme.example', name: 'Alex Moore' },
      text: 'When can I have the figures?',
    },
    notes: 'figures ready, Friday',
    language: 'en',
  },
  without: [],
  how: { kind: 'draft' },
};

/** Asks for a draft from one of our own pages: milliseconds until what shapes it, and its first word, are known. */
export const draft = (own: Tab): Promise<{ readonly shaped: number; readonly text: number }> =>
  own.evaluate(
    (start: ToBackground) =>
      new Promise<{ shaped: number; text: number }>((done, failed) => {
        const began = performance.now();
        const port = chrome.runtime.connect({ name: 'draft' });
        let shaped = 0;
        let text = 0;
        port.onDisconnect.addListener(() => failed(new Error('The port was closed.')));
        port.onMessage.addListener((answer: ToPanel) => {
          const now = performance.now() - began;
          if (answer.type === 'shaped') shaped = now;
          if (answer.type === 'text' && text === 0) text = now;
          if (answer.type === 'fault') failed(new Error(answer.fault.code));
          if (answer.type !== 'done') return;
          port.disconnect();
          done({ shaped, text });
        });
        port.postMessage(start);
      }),
    asked,
  );

/** Milliseconds until the first word of an answer to this very request, without anything of ours. */
export const bareCall = (own: Tab, baseUrl: string, body: string): Promise<number> =>
  own.evaluate(
    async (call: { url: string; body: string }) => {
      const began = performance.now();
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(call.url, { method: 'POST', headers, body: call.body });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let all = '';
      let time = 0;
      for (;;) {
        const part = await reader?.read();
        all += part?.value ?? '';
        if (time === 0 && /"content":\s*"[^"]/.test(all)) time = performance.now() - began;
        if (!part || part.done) break;
      }
      if (time === 0) throw new Error(`The server said ${all.slice(0, 200)}`);
      return time;
    },
    { url: `${baseUrl}/chat/completions`, body },
  );

/** How many records a table of the database has. */
export const countIn = (own: Tab, table: string): Promise<number> =>
  own.evaluate(
    (name: string) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('penchant');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onerror = () => failed(counting.error);
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
    table,
  );
