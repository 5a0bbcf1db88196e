import { drawing } from '../drawing.ts';
import { sentences } from './pii-sentences.ts';

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
