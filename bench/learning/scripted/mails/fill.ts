import { draw, pick } from '../draw.ts';
import type { MailTemplate } from './template.ts';

/** Blanks of `{day}`. */
export const days: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const months = ['January', 'February', 'March', 'April', 'June', 'July', 'September', 'October'];
/** Blanks of `{who}`. */
export const others: readonly string[] = [
  'Robin',
  'Lena',
  'Tomas',
  'Ines',
  'Farid',
  'Mette',
  'Owen',
  'Yuki',
  'Carla',
  'Jonas',
];
const towns = [
  'Leeds',
  'Ghent',
  'Porto',
  'Basel',
  'Turku',
  'Graz',
  'Cork',
  'Lyon',
  'Brno',
  'Malmö',
];

/** The template with its blanks filled by what the key draws; the same blank always gets the same. */
export function filled({ subject, incoming, notes }: MailTemplate, key: string): MailTemplate {
  const number = (blank: string, from: number, to: number): string =>
    String(from + Math.floor(draw(key, blank) * (to - from + 1)));
  const values: Readonly<Record<string, string>> = {
    day: pick(days, key, 'day'),
    date: `${number('date', 2, 28)} ${pick(months, key, 'month')}`,
    time: number('time', 8, 17),
    n: number('n', 2, 9),
    big: number('big', 60, 989),
    who: pick(others, key, 'who'),
    place: pick(towns, key, 'place'),
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank);
  return { subject: fill(subject), incoming: incoming && fill(incoming), notes: fill(notes) };
}
