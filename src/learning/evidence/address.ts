/** What stands behind the last `@` of a mail address; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? '' : address.slice(at + 1).toLowerCase();
}

/** Providers whose users have nothing in common but the provider, by the name before the last dots. */
const publicProviders =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|proton|protonmail|pm|gmx|web|t-online|freenet|mail|mailbox|posteo|tutanota|tuta|fastmail|zoho|yandex|qq|163|126|sina|naver|daum|hanmail|laposte|orange|wanadoo|free|sfr|libero|virgilio|tiscali|alice|seznam|wp|o2|onet|interia|rediffmail|uol|bol|terra|comcast|verizon|att|sbcglobal|cox|btinternet|sky|virginmedia|bigpond|shaw|rogers|hey|duck)\.(?:[a-z]{2,3}|com?\.[a-z]{2}|online)$/u;

/**
 * The people an address belongs with, in lower case: its domain, or the address itself where the domain
 * is a public provider's. Empty for an address without a domain.
 */
export function circleOf(address: string): string {
  const domain = domainOf(address);
  return publicProviders.test(domain) ? address.toLowerCase() : domain;
}
