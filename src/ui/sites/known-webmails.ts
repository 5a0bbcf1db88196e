/** A webmail by the name people know it by. */
export interface KnownWebmail {
  readonly name: string;
  readonly origin: string;
}

/** The ones that are offered by name; any other is switched on by its address. */
export const knownWebmails: readonly KnownWebmail[] = [
  { name: 'Gmail', origin: 'https://mail.google.com' },
  { name: 'Outlook.com', origin: 'https://outlook.live.com' },
  { name: 'Outlook (Microsoft 365)', origin: 'https://outlook.office.com' },
  { name: 'Outlook (Microsoft 365)', origin: 'https://outlook.office365.com' },
  { name: 'Outlook (Microsoft 365)', origin: 'https://outlook.cloud.microsoft' },
  { name: 'Fastmail', origin: 'https://app.fastmail.com' },
  { name: 'Proton Mail', origin: 'https://mail.proton.me' },
  { name: 'Yahoo Mail', origin: 'https://mail.yahoo.com' },
  { name: 'AOL Mail', origin: 'https://mail.aol.com' },
  { name: 'Zoho Mail', origin: 'https://mail.zoho.com' },
];
