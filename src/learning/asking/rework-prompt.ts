import { cut } from '../mail/cut.ts';
import type { DraftOrder, Prompt } from '../ports.ts';
import type { Rework, Tone } from '../types.ts';
import { fenceWith } from './fence.ts';
import { languageRule, material, maxMail, paragraphs, people, preferencesRule } from './prompts.ts';

/** What each press asks for. None of them is leave to make something up. */
const wishes: Readonly<Record<Tone, string>> = {
  shorter: 'Make it clearly shorter, about half as long, and say everything that matters.',
  longer:
    'Make it a little fuller: say the same with more care for transitions and reasons that are in it.',
  warmer: 'Make it warmer and more personal, as to somebody one likes, without gushing.',
  plainer: 'Make it plainer: simple words, short sentences, no courtesies and no flourishes.',
};

/** Asks for a text to be written anew, in the style of the guidance and as was wished. */
export function reworkPrompt(order: DraftOrder & { readonly rework: Rework }, nonce = ''): Prompt {
  const { context, guidance, rework } = order;
  const fence = fenceWith(nonce);
  const system = [
    'Below is the text of a mail that somebody is about to send. Write it anew in their name. Answer ' +
      'with the text of the mail and with nothing else: plain text, no subject line, no quoted ' +
      'message, no remarks.',
    'Say what it says and keep its language. Invent no fact, name, date, number, address, link or ' +
      'promise, and drop none.',
    rework.tone && `${wishes[rework.tone]} This wish goes before the preferences.`,
    context.notes.trim() !== '' && languageRule(context),
    material,
    guidance && preferencesRule(guidance, fence),
  ];
  const user = [
    people('To', context.recipients),
    context.notes.trim() !== '' && `Notes of the person you write for:\n${context.notes.trim()}`,
    fence('text', cut(rework.text, maxMail)),
  ];
  return { system: paragraphs(system), user: paragraphs(user) };
}
