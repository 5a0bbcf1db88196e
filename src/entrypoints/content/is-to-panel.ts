import type { ToPanel } from '../../protocol/draft-port.ts';
import { fitsOne, type Guards, hasAll, isBoolean, isListOf, isRecord, isString } from './guards.ts';

const toPanel: Guards<ToPanel> = {
  shaped: {
    preferences: isListOf(
      hasAll({ id: isString, facet: isString, description: isString, scope: isRecord }),
    ),
    isHeldOut: isBoolean,
  },
  text: { piece: isString },
  done: {
    drafts: isListOf(hasAll({ episodeId: isString, text: isString, flagged: isListOf(isString) })),
  },
  fault: { fault: hasAll({ code: isString, detail: isString }) },
};
const isSaid = fitsOne(toPanel);

/** Whether it is something that is said while a draft is written. */
export const isToPanel = (message: unknown): message is ToPanel => isSaid(message);
