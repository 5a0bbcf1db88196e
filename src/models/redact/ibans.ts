import { modulo } from './checksums.ts';
import type { Finder, Span } from './span.ts';

/** Letters and digits of an IBAN, by country, from the SWIFT registry. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'NO15 BE16 DK18 FO18 FI18 GL18 NL18 SD18 FK18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 ' +
    'CH21 CR21 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 ' +
    'AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 ' +
    'IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HN28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 ' +
    'UA29 JO30 KW30 MU30 YE30 SC31 LC32 MT31 RU33'
  )
    .split(' ')
    .map((row) => [row.slice(0, 2), Number(row.slice(2))]),
);

const start = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?=[ .-]?[A-Z0-9])/giu;

/** Account numbers whose country, length and check digits are right, however they are grouped. */
export const ibans: Finder = (text) => {
  const found: Span[] = [];
  for (const { index } of text.matchAll(start)) {
    const length = lengths[text.slice(index, index + 2).toUpperCase()];
    const span = length === undefined ? null : taken(text, index, length);
    if (span && index >= (found.at(-1)?.end ?? 0)) found.push(span);
  }
  return found;
};

/** From `from` on as many letters and digits as the country's have, with at most one mark between two. */
function taken(text: string, from: number, length: number): Span | null {
  let compact = '';
  let at = from;
  for (; compact.length < length; at++) {
    const letter = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(letter)) compact += letter.toUpperCase();
    else if (!/[ .-]/.test(letter) || !/[A-Za-z0-9]/.test(text[at + 1] ?? '')) return null;
  }
  if (/[\p{L}\p{N}]/u.test(text[at] ?? '')) return null;
  const moved = compact.slice(4) + compact.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return modulo(digits, 97) === 1 ? { start: from, end: at } : null;
}
