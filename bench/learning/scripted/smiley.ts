/** One emoji with its modifiers, as the source of a regular expression with the flag `u`. */
export const smiley = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)*`;

/** Any smileys before the end, each after a space or none. */
export const trailingSmileys = String.raw`(?:\s*${smiley})*$`;
