import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Open-Xchange App Suite 7.10 and 8; read in its source and its own browser tests (`io.ox/mail/compose`,
 * to 2024). It hides the window when it is asked to send, shows it again where that failed, and takes it away
 * where it did not; slower than 10 s it is not seen.
 */
export const openXchangeSite: SiteData = {
  ...blankSite,
  id: 'open-xchange',
  mark: '.io-ox-mail-compose',
  root: ['.io-ox-mail-compose-window', '.io-ox-mail-compose'],
  editors: ['.editor iframe', 'textarea.plain-text'],
  subject: 'input[name="subject"]',
  recipients: {
    selector: ':is([data-extension-id="to"], [data-extension-id="cc"]) .token',
    address: null,
    name: { selector: '.token-label', attribute: null },
  },
  signature: '.io-ox-signature',
  send: ['[data-action="send"]'],
  discard: ['[data-action="discard"]'],
  blocked: '.modal.in, .modal.show, .io-ox-alert-error',
  hidesToSend: true,
};
