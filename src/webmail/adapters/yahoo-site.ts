import type { SiteData } from './site-data.ts';

/**
 * Yahoo Mail and AOL Mail, which are the same page. Seen in the code of others (Mailvelope 2019-2026,
 * a parser checked on the live page in 2026, Selenium tests); its test ids have lasted. Not seen: what
 * discards and schedules.
 */
export const yahooSite: SiteData = {
  id: 'yahoo',
  hosts: ['mail.yahoo.com', 'mail.aol.com'],
  mark: '',
  root: ['[data-test-id="compose"]'],
  editors: [
    '[data-test-id="rte"][contenteditable="true"]',
    '[data-test-id="rte"] [contenteditable="true"]',
    '#editor-container [contenteditable="true"]',
  ],
  family: 'exec',
  block: 'div',
  key: '',
  subject: '[data-test-id="compose-subject"], #message-subject-field',
  addressFields: '',
  // `Name <address>` stands in the title, of the pill or, since 2026, of something in it.
  recipients: {
    selector: '[data-test-id="pill"][title], [data-test-id="y-pill"] [title]',
    address: null,
    name: { selector: '', attribute: 'title' },
  },
  incoming: {
    message: '[data-test-id="message-view"]',
    address: null,
    name: {
      selector: '[data-test-id="message-from"] [data-test-id="email-pill"]',
      attribute: null,
    },
    body: '[data-test-id="message-view-body-content"]',
  },
  quote: '',
  signature: '[class*="signature"]',
  send: ['[data-test-id="compose-send-button"]'],
  discard: [],
  schedule: '',
  confirm: '',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"]',
  confidential: '',
};
