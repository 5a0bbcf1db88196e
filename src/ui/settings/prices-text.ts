import type { Settings } from '../../protocol/settings.ts';
import { amountText } from '../format.ts';

type Prices = Settings['writer']['prices'];

/** An amount that stands in `text`, with a point or a comma; `null` where it is none, or more than `most`. */
export function amount(text: string, most: number): number | null {
  if (!/^\d{1,6}(?:[.,]\d{1,6})?$/u.test(text)) return null;
  const number = Number(text.replace(',', '.'));
  return number <= most ? number : null;
}

/** Two prices as they are typed and shown, such as `0.25 / 2`; empty for none. */
export function pricesText(prices: Prices): string {
  return prices ? `${amountText(prices.input)} / ${amountText(prices.output)}` : '';
}

/** Reads them again; `undefined` where the text says something else. */
export function pricesOf(text: string): Prices | undefined {
  if (text === '') return null;
  const [input, output, ...more] = text.split(/\s*\/\s*|\s+/u).map((part) => amount(part, 10_000));
  if (more.length > 0 || typeof input !== 'number' || typeof output !== 'number') return undefined;
  return { input, output };
}
