import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { asFault, type FaultData } from '../learning/fault.ts';

export interface Act {
  readonly busy: boolean;
  /** Why the last try failed; `null` when it did not. */
  readonly fault: FaultData | null;
  /** Whether the last try was done; back to `false` with the next one. */
  readonly done: boolean;
  /** Tries `work`. Never rejects: answers whether it was done, and a failure becomes `fault`. */
  readonly act: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** For work that a click begins: it may fail, and then the user is told beside what they clicked. */
export function useAct(): Act {
  const [state, setState] = useState<Omit<Act, 'act'>>({ busy: false, fault: null, done: false });
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const act = useCallback(async (work: () => Promise<unknown>) => {
    setState({ busy: true, fault: null, done: false });
    let fault: FaultData | null = null;
    try {
      await work();
    } catch (thrown) {
      fault = asFault(thrown, 'storage-failed');
    }
    if (!gone.current) setState({ busy: false, fault, done: fault === null });
    return fault === null;
  }, []);
  return { ...state, act };
}
