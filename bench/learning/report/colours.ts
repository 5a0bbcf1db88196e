/** On white, and on nearly black: each pair is one hue, dark or light enough to be read as text. */
const hues: readonly (readonly [light: string, dark: string])[] = [
  ['#0b57d0', '#7cacf8'],
  ['#b3261e', '#f2b8b5'],
  ['#146c2e', '#6dd58c'],
  ['#8f4700', '#ffb77c'],
  ['#7b1fa2', '#d7aefb'],
  ['#00696f', '#4dd0d9'],
  ['#a1005c', '#ff9ad0'],
  ['#5f6100', '#c9cc4f'],
  ['#4a4fb5', '#b9bdff'],
  ['#6d4c41', '#d7b8a9'],
  ['#3d6373', '#a9cbdb'],
];

/** `var(--agent-3)`: the colour of the agent at this place. */
export function colourOf(place: number): string {
  return `var(--agent-${place % hues.length})`;
}

/** What makes a picture readable on a light and on a dark page, whichever it is put on. */
export const colourStyle = `svg { color: #1f2328; background: transparent; ${variables(0)} }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3; ${variables(1)} } }`;

function variables(side: 0 | 1): string {
  return hues.map((hue, place) => `--agent-${place}: ${hue[side]};`).join(' ');
}
