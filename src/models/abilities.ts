/** Fields that make answers better and that some servers or models do not take. */
export const optionalFields = ['temperature', 'stream_options'] as const;
export type OptionalField = (typeof optionalFields)[number];

/** Ways to keep an answer to a form, the strictest first. With `prompt` only the words ask for it. */
export const formats = ['json_schema', 'json_object', 'prompt'] as const;
export type Format = (typeof formats)[number];

/** What a model on a server was found to take. */
export interface Abilities {
  readonly without: readonly OptionalField[];
  readonly format: Format;
  /** Edits in a row of which it said nothing that could be read, though asked twice. */
  readonly unreadable: number;
}

/** Where that is remembered, by server and model. Neither method may reject. */
export interface AbilityBook {
  read(name: string): Promise<Abilities | null>;
  write(name: string, abilities: Abilities): Promise<void>;
}

/** A book that forgets with the one who made it. */
export function createAbilityBook(): AbilityBook {
  const pages = new Map<string, Abilities>();
  return {
    read: async (name) => pages.get(name) ?? null,
    write: async (name, abilities) => void pages.set(name, abilities),
  };
}
