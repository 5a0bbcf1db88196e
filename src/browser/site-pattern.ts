import { frameOrigins } from './frame-origins.ts';

/**
 * The match pattern of an origin. Patterns carry no port in Firefox, so all ports of a host are one
 * permission; which of them the user switched on stands in the settings.
 */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The patterns a site needs: its own, and those of the frames that mail is written in there. */
export function sitePatterns(origin: string): readonly string[] {
  return [origin, ...frameOrigins(origin)].map(sitePattern);
}
