import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EpisodeChunk } from './episode-chunk.tsx';
import type { RowActions } from './episode-row.tsx';
import { inParts } from './in-parts.ts';
import { margin, usualRow } from './row-measure.ts';

/** Rows that are read and made together. */
const together = 20;

interface ShelfProps {
  readonly ids: readonly string[];
  /** Place of the first of them in the whole list. */
  readonly first: number;
  readonly erased: ReadonlySet<string>;
  readonly stamp: number;
  readonly actions: RowActions;
}

/**
 * Some hundreds of rows, of which nothing is made before they come near: the empty boxes of ten thousand rows,
 * made at once, would stop the page for longer than anything in them.
 */
export function EpisodeShelf({ ids, first, ...shown }: ShelfProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isMade, setMade] = useState(first === 0);
  const chunks = useMemo(() => inParts(ids, together), [ids]);

  useEffect(() => {
    const { current } = box;
    if (isMade || !current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) setMade(true);
      },
      { rootMargin: margin },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isMade]);

  if (!isMade) return <div ref={box} style={{ minBlockSize: `${ids.length * usualRow}px` }} />;
  return (
    <>
      {chunks.map((chunk, at) => (
        <EpisodeChunk key={chunk[0]} ids={chunk} first={first + at * together} {...shown} />
      ))}
    </>
  );
}
