import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FaultData } from '../../learning/fault.ts';
import type { Episode, Facet } from '../../learning/types.ts';
import { allEpisodes } from '../all-episodes.ts';
import { plain, wordsOf } from '../plain.ts';
import { useAct } from '../use-act.ts';

/** What is looked for in the history; an empty query and no facet: everything. */
export interface Sought {
  readonly query: string;
  /** What a preference was about that the draft was written with. */
  readonly facet: Facet | null;
}

interface Found {
  /** Ids of those that were found, in the order they came; `null` while nothing is sought or all are read. */
  readonly ids: readonly string[] | null;
  readonly isSearch: boolean;
  /** Which share of the mails was read, from 0 to 1; `null` while none are being read. */
  readonly share: number | null;
  readonly fault: FaultData | null;
}

/** What a mail is found by. */
interface Findable {
  readonly words: string;
  readonly facets: ReadonlySet<Facet>;
}

/**
 * Finds mails by correspondent, subject, draft and sent text, and by what their preferences were about. All of
 * them are read once, when somebody first searches, and anew when there are other `ids`.
 */
export function useFound(ids: readonly string[], { query, facet }: Sought): Found {
  const [known, setKnown] = useState<ReadonlyMap<string, Findable> | null>(null);
  const [share, setShare] = useState(0);
  const { busy, fault, act } = useAct();
  const wanted = useMemo(() => wordsOf(query), [query]);
  const isSearch = wanted.length > 0 || facet !== null;

  // Another list may have mails that were not read
  useEffect(() => setKnown(null), [ids]);
  useEffect(() => {
    if (!isSearch || known) return undefined;
    let isCurrent = true;
    void act(async () => {
      setShare(0);
      const read = new Map<string, Findable>();
      for await (const some of allEpisodes(setShare)) {
        // Nobody waits for it any more.
        if (!isCurrent) return;
        for (const episode of some) read.set(episode.id, findable(episode));
      }
      if (isCurrent) setKnown(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [isSearch, known, act]);

  const found = useMemo(() => {
    if (!isSearch || !known) return null;
    return ids.filter((id) => {
      const mail = known.get(id);
      if (!mail || (facet !== null && !mail.facets.has(facet))) return false;
      return wanted.every((word) => mail.words.includes(word));
    });
  }, [ids, known, isSearch, wanted, facet]);
  return { ids: found, isSearch, share: busy ? share : null, fault };
}

function findable({ context, draft, final, guidance }: Episode): Findable {
  const people = context.recipients.flatMap(({ name, address }) => [name, address]);
  return {
    words: plain([context.subject, ...people, draft, final ?? ''].join('\n')),
    facets: new Set(guidance?.preferences.map((applied) => applied.facet)),
  };
}
