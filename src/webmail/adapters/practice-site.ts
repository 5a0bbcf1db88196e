import type { SiteData } from './site-data.ts';

/** The practice mailbox of `npm start` (bench/mailbox); its page is ours, so nothing is guessed. */
export const practiceSite: SiteData = {
  id: 'practice',
  hosts: [],
  mark: 'body[data-practice-mailbox]',
  root: ['form.compose'],
  editors: ['[data-role="editor"]'],
  family: 'exec',
  block: 'div',
  key: 'input[name="draft-id"]',
  subject: 'input[name="subject"]',
  addressFields: 'input[name="to"]',
  recipients: null,
  incoming: {
    message: 'main article.message',
    address: { selector: '', attribute: 'data-from-address' },
    name: { selector: '', attribute: 'data-from-name' },
    body: '.body',
  },
  quote: 'blockquote[data-quote]',
  signature: '.signature',
  send: ['button[name="send"]'],
  discard: ['button[name="discard"]'],
  schedule: '',
  confirm: '',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"]',
  confidential: '',
  hasUndoSend: false,
};
