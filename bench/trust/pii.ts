import { isLuhn, modulo } from '../../src/models/redact/checksums.ts';
import type { Kind } from '../../src/models/redact/placeholder.ts';
import { drawing } from './drawing.ts';

/** A sentence and the one identifier in it. */
export interface Sample {
  readonly kind: Exclude<Kind, 'text'>;
  readonly text: string;
  readonly identifier: string;
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  any: [
    'Please use @ from now on.',
    '@ is what I have in my notes.',
    'As agreed (@), see you on 12.05.2026 at 10:30.',
    'Hi Ann,\n\n@\n\nBest, Sam',
    'Nimm bitte @, nicht das andere.',
    'Vous trouverez @ ci-dessous.',
    'Puedes usar @ hasta el viernes.',
    'Il nuovo è @, grazie.',
    'Oude gegevens: @; verder niets.',
    'Новый: @.',
    '新しいのは @ です。',
    'الجديد @ شكرا',
  ],
  email: ['Write to @.', 'From: Ann Lee <@>', 'cc: @, thanks', 'mailto:@'],
  phone: ['Call me on @.', 'Tel. @', 'M: @', 'Mobil: @', 'You can reach me at @ until six.'],
  link: ['The file is at @.', 'Link: @', '[here](@)', '<@>', 'Open "@" in the browser.'],
  iban: ['IBAN: @', 'Pay to @ by Friday.', 'Konto @'],
  card: ['Card no. @, exp 12/27', 'Kreditkarte: @', 'Charge it to @ please.'],
  id: ['SSN: @', 'ID @'],
  secret: ['The key is @', 'token=@', 'Use @ for the API.'],
  number: ['Customer no. @', 'Tracking: @'],
};

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

/** Of one kind: how many of its identifiers no letter or digit was left of. */
export interface Recall {
  readonly hidden: number;
  readonly of: number;
  /** Sentences in which something was left, at most five. */
  readonly missed: readonly string[];
}

/** Masks each sentence and looks whether anything of the identifier is still to be seen. */
export function recallOf(
  samples: readonly Sample[],
  mask: (text: string) => string,
): Map<Sample['kind'], Recall> {
  const recall = new Map<Sample['kind'], Recall>();
  for (const { kind, text, identifier } of samples) {
    const { hidden, of, missed } = recall.get(kind) ?? { hidden: 0, of: 0, missed: [] };
    const isHidden = !leaks(mask(text), text, identifier);
    recall.set(kind, {
      hidden: hidden + (isHidden ? 1 : 0),
      of: of + 1,
      missed: isHidden || missed.length === 5 ? missed : [...missed, `${text} → ${mask(text)}`],
    });
  }
  return recall;
}

/** Whether a placeholder does not stand for all of it: what is around it must be what was around it. */
function leaks(masked: string, text: string, identifier: string): boolean {
  const [before = '', after = ''] = text.split(identifier);
  if (!masked.startsWith(before) || !masked.endsWith(after)) return true;
  const between = masked.slice(before.length, masked.length - after.length);
  return /[\p{L}\p{N}]/u.test(between.replace(/\[\w+-\d+\]/g, ''));
}

/** Numbers of everyday mail that are nobody's: dates, prices, orders. */
const everyday = [
  '12.05.2026',
  '2026-05-1#',
  '5/1#/2026',
  '1# May 2026',
  'le 1# mai',
  '10:30',
  '9.15 Uhr',
  '2026-05-12 10:30',
  '01.02.2026 08:00–09:30',
  '€ 1.2##,50',
  '1 2## 4#0 EUR',
  '$1,2##.99',
  '£4#',
  '350 000 Kč',
  "CHF 1'200.–",
  '12.99',
  '1.5 million',
  '20 %',
  '3,5 %',
  'order 4####',
  'order no. 10####',
  'INV-2026-00##',
  'invoice 2026/04#',
  'ticket #48##',
  'PO 4500####',
  'A-2#41',
  'article 6#-2#4',
  'LH 20##',
  'room 12-14',
  '2024-2025',
  'pages 100-240',
  '10.000 pieces',
  '3 x 4 x 12 cm',
  '1.2.3',
  'v20.11.1',
  '75 kg',
  '60–70 km/h',
  '12 of 40',
  '1920x1080',
  'building 7, floor 3',
  'bus 480',
  'PLZ 10115',
  'NW1 6XE',
  '§ 312 BGB',
  'Q3 2026',
  'week 4#',
  'seat 14C',
  '5 min',
  '24/7',
  'No. 5',
  '30.06.',
  '1st',
  '2/3',
];

/** Sentences with an everyday number and nothing to hide. */
export function plainSamples(seed = 1, count = 600): string[] {
  const draw = drawing(seed);
  return Array.from({ length: count }, () => {
    const number = draw.one(everyday).replace(/#/g, () => String(draw.below(10)));
    return draw.one(sentences['any'] ?? []).replace('@', () => number);
  });
}
