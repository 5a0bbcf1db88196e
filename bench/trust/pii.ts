import { isLuhn, modulo } from '../../src/models/redact/checksums.ts';
import type { Kind } from '../../src/models/redact/placeholder.ts';
import { drawing } from '../drawing.ts';
import { sentences } from './pii-sentences.ts';

/** A sentence and the one identifier in it. */
export interface Sample {
  readonly kind: Exclude<Kind, 'text'>;
  readonly text: string;
  readonly identifier: string;
}

const names = [
  'ann',
  'j.lee',
  'maria_rivera',
  'o’neil',
  'zoë',
  'müller',
  'иван',
  'li-wei',
  'x',
  'sam+list',
  '7up',
];
const hosts = [
  'example.com',
  'mail.example.co.uk',
  'büro-müller.de',
  'firma.example',
  'пример.рф',
  'a.io',
  'x-y.museum',
];

/** `#` is a digit, `N` one from 2 to 9. */
const phones = [
  '+1 (N##) N##-####',
  '+1-N##-N##-####',
  '+1N##N######',
  '(N##) N##-####',
  'N##-N##-####',
  'N##.N##.####',
  '1-800-N##-####',
  '+44 20 7### ####',
  '+44 (0)7### ######',
  '020 7### ####',
  '07### ######',
  '(020) 7946 ####',
  '+49 30 #######',
  '+49 (0)151 ########',
  '030 / 12## ####',
  '0151-########',
  '0049 89 ######',
  '+33 6 ## ## ## ##',
  '06 ## ## ## ##',
  '06.##.##.##.##',
  '+34 6## ### ###',
  '6## ## ## ##',
  '91 ### ## ##',
  '+39 02 #### ####',
  '3## ### ####',
  '02 #######',
  '+31 6 ########',
  '06-########',
  '+46 70-### ## ##',
  '08-### ## ##',
  '+47 9## ## ###',
  '9## ## ###',
  '+45 ## ## ## ##',
  '4# ## ## ##',
  '+358 40 ### ####',
  '+48 6## ### ###',
  '6## ### ###',
  '+420 7## ### ###',
  '+351 91# ### ###',
  '+41 44 ### ## ##',
  '044 ### ## ##',
  '+43 1 #######',
  '+7 (495) ###-##-##',
  '8 (916) ###-##-##',
  '+380 67 ### ## ##',
  '+90 5## ### ## ##',
  '0532 ### ## ##',
  '+972-50-###-####',
  '052-###-####',
  '+91 98### #####',
  '98### #####',
  '+86 13# #### ####',
  '139 #### ####',
  '+81 90-####-####',
  '090-####-####',
  '+82 10-####-####',
  '+65 9### ####',
  '8### ####',
  '+61 4## ### ###',
  '0412 ### ###',
  '1300 ### ###',
  '(02) 9### ####',
  '+64 21 ### ####',
  '+27 82 ### ####',
  '082 ### ####',
  '+55 11 9####-####',
  '(11) 9####-####',
  '11 9####-####',
  '+52 55 #### ####',
  '55 #### ####',
  '+20 10 #### ####',
  '٠١٠ ٢٣٤٥ ٦٧٨٩',
  '＋４４ ２０ ７９４６ ０９５８',
];

const ibanForms = [
  'DE18',
  'GB4+14',
  'FR23',
  'ES20',
  'IT1+22',
  'NL4+10',
  'AT16',
  'CH17',
  'BE12',
  'PL24',
  'SE20',
  'NO11',
  'DK14',
  'FI14',
  'PT21',
  'IE4+14',
  'CZ20',
  'HU24',
  'GR23',
  'RO4+16',
  'SA20',
  'AE19',
  'BR23+2',
  'TR22',
];

const cardForms = [
  '4###############',
  '4### #### #### ####',
  '5###-####-####-####',
  '51## #### #### ####',
  '37## ###### #####',
  '34#############',
  '6011 #### #### ####',
  '35## #### #### ####',
  '36############',
  '4###.####.####.####',
  '4############',
  '6759 #### #### #### ###',
];

/** At least 1,500 sentences, always the same ones for the same seed; no identifier is a living person's. */
export function piiSamples(seed = 1, perKind = 300): Sample[] {
  const draw = drawing(seed);
  const filled = (form: string): string =>
    form.replace(/[#N]/g, (mark) => String(mark === 'N' ? 2 + draw.below(8) : draw.below(10)));
  const word = (length: number, letters: string): string =>
    Array.from({ length }, () => letters[draw.below(letters.length)]).join('');
  const alnum = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

  const make: Readonly<Record<Sample['kind'], () => string>> = {
    email: () =>
      `${draw.one(names)}${draw.below(3) === 0 ? draw.below(99) : ''}@${draw.one(hosts)}`,
    phone: () => filled(draw.one(phones)),
    card: () => {
      const form = filled(draw.one(cardForms));
      for (let last = 0; last < 10; last++) {
        const card = form.slice(0, -1) + last;
        if (isLuhn(card.replace(/\D/g, ''))) return card;
      }
      throw new Error('One of ten last digits always passes.');
    },
    iban: () => {
      const form = draw.one(ibanForms);
      const country = form.slice(0, 2);
      const letters =
        form.includes('+') && !form.startsWith('BR') ? Number(form.slice(2, form.indexOf('+'))) : 0;
      const total = form
        .slice(2)
        .split('+')
        .reduce((sum, part) => sum + Number(part), 0);
      const account = word(letters, 'ABCDEFGH') + word(total - letters, '0123456789');
      const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) =>
        String(letter.charCodeAt(0) - 55),
      );
      const iban = `${country}${String(98 - modulo(digits, 97)).padStart(2, '0')}${account}`;
      const grouped = iban.replace(/(.{4})(?=.)/g, '$1 ');
      return draw.one([
        iban,
        grouped,
        grouped,
        grouped.replaceAll(' ', '\u00a0'),
        grouped.replaceAll(' ', '-'),
        iban.toLowerCase(),
      ]);
    },
    link: () =>
      draw.one([
        `https://files.example.com/d/${word(12, alnum)}?token=${word(20, alnum)}`,
        `http://www.example.org/${word(6, alnum)}#part-${draw.below(99)}`,
        `https://ann:${word(8, alnum)}@host.example/x`,
        `www.example.net/reset?u=ann%40example.com&k=${word(10, alnum)}`,
        `meet.example.com/j/${filled('#########')}?pwd=${word(8, alnum)}`,
        `https://пример.рф/путь?ключ=${draw.below(9999)}`,
        `https://example.com/wiki/A_(b)?x=${draw.below(999)}`,
        `http://192.0.2.7:8080/admin?id=${draw.below(999)}`,
        `https://localhost:3000/cb?code=${word(16, alnum)}`,
        `webcal://cal.example.com/${word(18, alnum)}.ics`,
      ]),
    id: () =>
      filled(
        draw.one([
          '123-4N-####',
          '23N-4N-####',
          'AB 12 34 5# C',
          '756.####.####.##',
          'RSSMRA8#A01H501U',
          '2### #### ####',
          'ABCPE####K',
        ]),
      ),
    secret: () =>
      draw.one([
        `sk-${word(24, alnum)}7`,
        `ghp_${word(36, alnum)}`,
        `AKIA${word(16, 'ABCDEFGHJKLMNP2345')}`,
        `xoxb-${filled('##########')}-${word(20, alnum)}`,
        `eyJ${word(20, alnum)}.${word(40, alnum)}.${word(30, alnum)}`,
        word(40, '0123456789abcdef'),
        `${word(8, '0123456789abcdef')}-${word(4, '0123456789abcdef')}-4${word(3, '0123456789abcdef')}-a${word(3, '0123456789abcdef')}-${word(12, '0123456789abcdef')}`,
        `sk_live_${word(24, alnum)}4`,
        `glpat-${word(20, alnum)}`,
      ]),
    number: () =>
      filled(
        draw.one([
          '##########',
          '############',
          '####-####-####-#',
          '## #### #### ##',
          '#############',
        ]),
      ),
  };

  const kinds: readonly Sample['kind'][] = [
    'email',
    'phone',
    'card',
    'iban',
    'link',
    'id',
    'secret',
    'number',
  ];
  return kinds.flatMap((kind) =>
    Array.from({ length: perKind }, () => {
      const identifier = make[kind]();
      const frame = draw.one([
        ...(sentences['any'] ?? []),
        ...(sentences[kind] ?? []),
        ...(sentences[kind] ?? []),
      ]);
      return { kind, identifier, text: frame.replace('@', () => identifier) };
    }),
  );
}
