import { facets } from '../types.ts';

/*
 * JSON Schemas of the answers that `parse-answer.ts` reads, in the part of the language that strict servers
 * take: every property required, no other allowed, no limits. What does not keep to them is still read
 * with care: many servers promise a schema and do not hold to it.
 */

const object = (properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: 'array', items });
const text = { type: 'string' };
const number = { type: 'integer' };

/** Of what an edit shows. */
export const componentsSchema = object({
  preferences: listOf(
    object({
      facet: { type: 'string', enum: [...facets] },
      description: text,
      before: text,
      after: text,
    }),
  ),
  shown: listOf(number),
  against: listOf(number),
});

/** Of how well descriptions fit mails. */
export const scoresSchema = object({ scores: listOf(listOf(number)) });
