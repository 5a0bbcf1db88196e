import type { SiteData } from './site-data.ts';

/**
 * Proton Mail. Read in its published source (ProtonMail/WebClients, several dates up to 2026). The
 * editor is roosterjs in a sandboxed frame of the same origin, which hands copies of its key events to
 * the frame element: one Ctrl+Enter is heard twice.
 */
export const protonSite: SiteData = {
  id: 'proton',
  hosts: ['mail.proton.me'],
  mark: '',
  root: ['.composer'],
  editors: ['iframe[data-testid="rooster-iframe"]', 'textarea[data-testid="editor-textarea"]'],
  family: 'exec',
  block: 'div',
  key: '',
  subject: '[data-testid="composer:subject"]',
  addressFields: '',
  recipients: {
    selector: '[data-testid="composer-addresses-item"]',
    address: {
      selector: '[data-testid^="remove-address-button-"]',
      attribute: 'data-testid',
      after: 'remove-address-button-',
    },
    name: { selector: '[data-testid="composer-addresses-item-label"]', attribute: null },
  },
  // The messages of a thread lie in frames of their own; the quote in the editor says the same.
  incoming: null,
  quote: '',
  signature: '',
  send: ['[data-testid="composer:send-button"]'],
  discard: ['[data-testid="composer:delete-draft-button"]'],
  // The times that are offered, and the button of the form for any other time.
  schedule:
    '[data-testid="composer:schedule-send:tomorrow"], [data-testid="composer:schedule-send:next-monday"], ' +
    'form:has([data-testid^="composer:schedule-send:custom-modal"]) [type="submit"]',
  confirm: '',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"], dialog.modal-two-dialog',
  confidential:
    '[data-testid="composer:password-button"][aria-pressed="true"], ' +
    '[data-testid="composer:encryption-options-button"]',
};
