import type { SiteData } from './site-data.ts';

/**
 * Fastmail. Its classes are written by people: read in the source of its view library (Overture) and in
 * user scripts and tests of others (2023 to 2026). Not seen: chips of recipients, its dialogs.
 */
export const fastmailSite: SiteData = {
  id: 'fastmail',
  hosts: ['app.fastmail.com'],
  mark: '',
  root: ['.v-Compose'],
  editors: [
    '.v-RichText-input[role="textbox"]',
    '.v-RichText-input',
    'textarea:not(.v-EmailInput-input)',
  ],
  family: 'exec',
  block: 'div',
  key: '',
  subject: '[id$="-subject-input"]',
  addressFields: 'textarea.v-EmailInput-input',
  recipients: null,
  incoming: { message: '.v-Message-body', address: null, name: null, body: '' },
  quote: '#qt',
  signature: '[id^="sig"]',
  send: ['.s-send'],
  discard: ['.s-discard'],
  schedule: '',
  confirm: '',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"], .v-Modal',
  confidential: '',
};
