import type { Correspondent } from '../../learning/types.ts';
import { parseAddress } from '../addresses.ts';
import type { Source } from './site-data.ts';

/** Who `element` names: a chip, the head of a message. What it calls a name may hold an address. */
export function correspondentIn(
  element: Element,
  where: { readonly address: Source | null; readonly name: Source | null },
): Correspondent {
  const { address, name } = parseAddress(told(element, where.name));
  return { address: told(element, where.address).toLowerCase() || address, name };
}

function told(element: Element, source: Source | null): string {
  if (!source) return '';
  const { selector, attribute, after = '' } = source;
  const sayer = selector === '' ? element : element.querySelector(selector);
  const said = (attribute ? sayer?.getAttribute(attribute) : sayer?.textContent)?.trim() ?? '';
  return said.startsWith(after) ? said.slice(after.length) : '';
}
