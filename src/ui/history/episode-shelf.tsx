import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EpisodeChunk, type RowsProps } from './episode-chunk.tsx';
import { inParts } from './in-parts.ts';
import { margin, usualRow } from './row-measure.ts';

/** Rows that are read and made together. */
const together = 20;

/**
 * Some hundreds of rows, of which nothing is made before they come near: the empty boxes of ten thousand rows,
 * made at once, would stop the page for longer than anything in them.
 */
export function EpisodeShelf({ ids, first, ...shown }: RowsProps) {
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
