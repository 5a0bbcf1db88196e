import type { SiteData } from './site-data.ts';

/** A site of which nothing is known: data names what is different there. */
export const blankSite: Omit<SiteData, 'id' | 'editors' | 'send'> = {
  hosts: [],
  mark: '',
  root: [],
  family: 'exec',
  block: 'div',
  key: '',
  subject: '',
  addressFields: '',
  recipients: null,
  incoming: null,
  quote: '',
  signature: '',
  discard: [],
  schedule: '',
  confirm: '',
  shortcuts: [],
  blocked: '',
  confidential: '',
};
