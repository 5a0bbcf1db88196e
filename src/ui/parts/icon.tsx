/** Outlines on a 16 by 16 grid, drawn with a round pen of 1.5. */
const outlines = {
  add: 'M8 3v10M3 8h10',
  edit: 'M10.5 3 13 5.5 5.5 13H3v-2.5zM9 4.5 11.5 7',
  pause: 'M5.75 3.5v9M10.25 3.5v9',
  resume: 'M5 3.5v9l7.5-4.5z',
  delete: 'M3 4.5h10M6 4.5V3h4v1.5M4.25 4.5l.5 8.5h6.5l.5-8.5M6.75 7v3.5M9.25 7v3.5',
  evidence: 'M3 4h10M3 8h6M3 12h8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 13.5 13.5',
  options:
    'M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M12 5a1.75 1.75 0 1 1-3.5 0A1.75 1.75 0 0 1 12 5zM7.5 11A1.75 1.75 0 1 1 4 11a1.75 1.75 0 0 1 3.5 0z',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.3 6.4c.1-1 .8-1.6 1.8-1.6s1.7.6 1.7 1.5c0 1.3-1.8 1.4-1.8 2.7M8 11.2v.05',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  history: 'M3 5.5A6 6 0 1 1 2 8M2 3v3h3M8 5v3.25l2.25 1.5',
  progress: 'M2.5 3v10.5h11M5 6.5l2.5 3 2-2 3.5 3.5',
  models:
    'M5 4.5h6v7H5zM7 2v2.5M9 2v2.5M7 11.5V14M9 11.5V14M2.5 6.5H5M2.5 9.5H5M11 6.5h2.5M11 9.5h2.5',
  privacy: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  backup: 'M8 2.5v7M5 6.75l3 2.75 3-2.75M2.5 10.5v3h11v-3',
  preferences: 'M3 4h10M3 8h6M3 12h8',
  warn: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.25M8 11.7v.05',
} as const;

export type IconName = keyof typeof outlines;

/** A small picture beside or instead of a word; the word itself must be in the label of what it is in. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
