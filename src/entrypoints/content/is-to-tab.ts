import type { ToTab } from '../../protocol/draft-port.ts';
import { fitsOne, type Guards, hasAll, isListOf, isRecord, isString } from './guards.ts';

const toTab: Guards<ToTab> = {
  'open-panel': {},
  'describe-compose': {},
  learned: {
    episodeId: isString,
    person: isString,
    lessons: isListOf(hasAll({ id: isString, description: isString })),
    keys: isString,
  },
};
const isTold = fitsOne(toTab);

/** Whether it is something that is said to a tab. */
export const isToTab = (message: unknown): message is ToTab =>
  isRecord(message) && message['to'] === 'tab' && isTold(message);
