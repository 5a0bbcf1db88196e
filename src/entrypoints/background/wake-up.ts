import { browser } from '../../browser/extension.ts';

const alarmName = 'learn';
/** The shortest time Chrome lets an alarm of a packed extension wait. */
const soonestMs = 30_000;

/** Asks to be woken at `at` (ms since 1970), and no sooner than the browser allows. */
export async function scheduleLearning(at: number): Promise<void> {
  const now = Date.now();
  await browser.alarms.create(alarmName, { when: Math.max(at, now + soonestMs) });
}

/** Calls `wake` when that time has come. To be registered in the first turn of the background. */
export function onWakeUp(wake: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) wake();
  });
}
