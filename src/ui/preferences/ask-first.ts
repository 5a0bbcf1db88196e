import { call } from '../../browser/call.ts';
import type { Response } from '../../protocol/messages.ts';

declare global {
  /** What the popup asked for before its code was read (`entrypoints/popup/ask.ts`). */
  var penchantAsked: Promise<Response<'preferences.first'>> | undefined;
}

/** As many as a popup shows without being scrolled, several times over. */
const atFirst = 60;

/** Asks for what a page of preferences shows first. */
export const askFirst = (): Promise<Response<'preferences.first'>> =>
  call('preferences.first', { limit: atFirst });
