import type { SiteData } from './site-data.ts';

/**
 * Gmail, top frame. Seen in maintained code of others (InboxSDK 2026-07, gmail.js 2026-03, FlowCrypt
 * 2026-08; rows of the schedule dialog 2026-05, the confidential button 2024-12), not on a page of our
 * own. Classes are Gmail's own short ones; they have lasted for years.
 */
export const gmailSite: SiteData = {
  id: 'gmail',
  hosts: ['mail.google.com'],
  mark: '',
  root: [],
  // A hidden text field for plain text lies beside the rich editor; only one can be seen.
  editors: [
    '[g_editable="true"][role="textbox"][contenteditable="true"]',
    'textarea[form="nosend"]',
  ],
  family: 'exec',
  block: 'div',
  key: 'input[name="composeid"]',
  subject: 'input[name="subjectbox"]',
  addressFields: 'textarea[name="to"], textarea[name="cc"]',
  recipients: {
    selector: ':is([name="to"], [name="cc"]) [role="option"][data-hovercard-id]',
    address: { selector: '', attribute: 'data-hovercard-id' },
    name: { selector: '', attribute: 'data-name' },
  },
  incoming: {
    message: '.adn[data-message-id], .adn[data-legacy-message-id]',
    address: { selector: 'span[email]', attribute: 'email' },
    name: { selector: 'span[email]', attribute: 'name' },
    body: 'div.a3s',
  },
  quote: '',
  signature: '',
  send: [
    '.IZ .Up div > div[role="button"]:not(.Uo):not([aria-haspopup="true"])',
    '.IZ .Uo',
    'table[role="group"] [role="button"]:not([aria-haspopup="true"], [command], .oh)',
  ],
  discard: ['.gU .oh'],
  // The times that are offered, not the menu that leads there. The last row only opens a calendar.
  schedule: '[role="dialog"] [role="menuitem"].Az:not(.AM)',
  confirm: '[role="alertdialog"] [name="ok"]',
  shortcuts: [
    { intent: 'send', key: 'enter', mod: true },
    { intent: 'discard', key: 'd', mod: true, shift: true },
  ],
  blocked: '[role="alertdialog"]',
  confidential: '[command="locker"][aria-pressed="true"]',
};
