/** Webmails that keep their compose box in a frame of one other origin, wherever they are opened. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  // Its editor alone; buttons and recipients stay outside. Seen in use by others, 2026-09.
  'www.icloud.com': ['https://www-mail.icloud-sandbox.com'],
  // The whole program is in the frame. Seen in use by others, 2026-09.
  'ksuite.infomaniak.com': ['https://mail.infomaniak.com'],
};

/** GMX, web.de and mail.com: `navigator-lxa.mail.com` shows `3c-lxa.mail.com`. Seen 2020 to 2026. */
const navigator = /^(?:bap\.)?navigator(-\w+)?\.(gmx\.(?:net|com|es|fr|co\.uk)|web\.de|mail\.com)$/;

/** Origins of the frames that mail is written in on the pages of `origin`; mostly none. */
export function frameOrigins(origin: string): readonly string[] {
  const { hostname } = new URL(origin);
  const [, server, domain] = navigator.exec(hostname) ?? [];
  if (domain === undefined)
    return Object.hasOwn(elsewhere, hostname) ? (elsewhere[hostname] ?? []) : [];
  const servers = server === undefined ? ['3c', '3c-bap'] : [`3c${server}`];
  return servers.map((name) => `https://${name}.${domain}`);
}
