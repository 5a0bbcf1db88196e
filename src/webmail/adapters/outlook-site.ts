import type { SiteData } from './site-data.ts';

/**
 * Outlook on the web, for people and for companies. Seen in the code and tests of others, ages 2021 to
 * 2026: ids of editor, send and discard button (2026), of the message body (2026, in Lithuanian and
 * German pages too), persona names (Mailvelope). Not seen: what schedules, encrypts or asks back.
 */
export const outlookSite: SiteData = {
  id: 'outlook',
  hosts: [
    'outlook.live.com',
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
  ],
  mark: '',
  // A dialog of the settings has an editor as well (for the signature), but no send button.
  root: [],
  editors: [
    '[id^="editorParent_"] [contenteditable="true"]',
    '[id^="editorParent_"] textarea',
    '[role="textbox"][aria-multiline="true"][contenteditable="true"]',
  ],
  family: 'exec',
  block: 'div',
  key: '',
  subject: 'input[type="text"], input:not([type])',
  addressFields: '',
  // Names only: the address comes with a card that has to be clicked.
  recipients: {
    selector: '.lpc-hoverTarget',
    address: null,
    name: { selector: '', attribute: null },
  },
  incoming: { message: '[id^="UniqueMessageBody_"]', address: null, name: null, body: '' },
  quote: '',
  signature: '',
  send: [
    '[id^="splitButton-send"][id$="primaryActionButton"]',
    '[data-testid="ComposeSendButton"] button, button[data-testid="ComposeSendButton"]',
    'button:has([data-icon-name^="Send" i])',
  ],
  discard: ['#discardCompose'],
  schedule: '',
  confirm: '',
  shortcuts: [
    { intent: 'send', key: 'enter', mod: true },
    { intent: 'send', key: 's', alt: true },
  ],
  blocked: '[role="alertdialog"], .ms-Dialog-main, .fui-DialogSurface',
  confidential: '',
};
