/**
 * The origin of what somebody typed as a webmail's address, such as `mail.example.com/inbox`; `null`
 * where it is none. Without a scheme it is `https`, and `http` on this machine.
 */
export function siteOrigin(text: string): string | null {
  const trimmed = text.trim();
  const isLocal = /^(localhost|127\.0\.0\.1)(:|\/|$)/iu.test(trimmed);
  const address = /^[a-z]+:\/\//iu.test(trimmed)
    ? trimmed
    : `${isLocal ? 'http' : 'https'}://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin, username } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // A star would ask the browser for every host below it, and brackets are no match pattern.
  const isHost =
    /^[^*[\]]+$/u.test(hostname) && (hostname.includes('.') || hostname === 'localhost');
  return isWeb && isHost && username === '' ? origin : null;
}
