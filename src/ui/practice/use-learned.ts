import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { onMessage } from '../../browser/on-message.ts';
import type { ToTab } from '../../protocol/draft-port.ts';

/** What was learned in this tab and still holds: what a later mail replaced or the user forgot is left out. */
export function useLearned(): readonly string[] {
  const [learned, setLearned] = useState<readonly string[]>([]);
  useEffect(() => {
    const ids = new Set<string>();
    return onMessage((message) => {
      // The same message goes to what shows the note; nobody but our background sends here.
      const { to, type, lessons = [] } = message as Partial<Extract<ToTab, { type: 'learned' }>>;
      if (to === 'tab' && type === 'learned') {
        for (const { id } of lessons) ids.add(id);
        void stillHolding([...ids]).then(setLearned, (thrown: unknown) => {
          console.warn('What was learned cannot be shown here.', thrown);
        });
      }
      return undefined;
    });
  }, []);
  return learned;
}

async function stillHolding(ids: readonly string[]): Promise<readonly string[]> {
  const { preferences } = await call('preferences.of', { ids: [...ids] });
  return preferences
    .filter(({ status }) => status === 'active' || status === 'provisional')
    .map(({ description }) => description);
}
