import type { Tab } from '../../scripts/drive/tab.ts';
import { untilClock } from '../../scripts/drive/until-clock.ts';
import { dwell } from '../../src/ui/panel/click-guard.ts';

/** Resolves once what has just come or moved may be clicked: before that, a click on it does not count. */
export const untilSettled = (page: Tab): Promise<void> => untilClock(page, dwell);
