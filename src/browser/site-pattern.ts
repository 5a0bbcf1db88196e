/**
 * The match pattern of an origin. Patterns carry no port in Firefox, so all ports of a host are one
 * permission; which of them the user switched on stands in the settings.
 */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
