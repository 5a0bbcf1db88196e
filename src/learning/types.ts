/**
 * The words of the method, as data. The same words are used in the code, in the interface and in the
 * documents (docs/method.md).
 */

/** What kind of message is being written. */
export type Task = 'new' | 'reply' | 'forward' | 'unknown';

export const tones = ['shorter', 'longer', 'warmer', 'plainer'] as const;

/** How a text is to be changed, asked for with one press. */
export type Tone = (typeof tones)[number];

/** A text that is to be written anew rather than from nothing; `tone`: and how, where that was said. */
export interface Rework {
  readonly text: string;
  readonly tone: Tone | null;
}

/** Somebody a message goes to or comes from. `address` is lower case; either part may be empty. */
export interface Correspondent {
  readonly address: string;
  readonly name: string;
}

/** What is being written, for whom. The only thing that is embedded: never the draft. */
export interface Context {
  readonly task: Task;
  /** Host of the webmail, such as `mail.example.com`; with the port where it is not the usual one. */
  readonly site: string;
  readonly recipients: readonly Correspondent[];
  readonly subject: string;
  /** The message being answered, without what it quotes itself; `null` for a new message. */
  readonly incoming: { readonly from: Correspondent; readonly text: string } | null;
  /** What the user asked for, in their own words; may be empty. */
  readonly notes: string;
  /** BCP 47 language of the message to write, such as `de`; `null` while it is unknown. */
  readonly language: string | null;
}

export const facets = [
  'greeting',
  'closing',
  'length',
  'structure',
  'tone',
  'wording',
  'punctuation',
  'formatting',
  'content',
  'other',
] as const;

/** Which side of a text a preference is about. */
export type Facet = (typeof facets)[number];

/**
 * Where a preference holds. `nearby` is the neighbourhood of its evidence's contexts: it is what a
 * preference gets whose episode named no recipient.
 */
export type Scope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'recipient'; readonly address: string }
  | { readonly kind: 'nearby' };

/** An episode that supports or contradicts a preference, with the spans that say so. */
export interface Evidence {
  readonly episodeId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /**
   * `supports`: the edit shows it. `confirms`: it was applied and left alone (weak support).
   * `contradicts`: it was applied or held here, and the user wrote otherwise. `differs`: it never held
   * here, and the user writes otherwise: an exception, which says nothing against it elsewhere.
   */
  readonly says: 'supports' | 'confirms' | 'contradicts' | 'differs';
  /** First recipient's address, lower case; empty where the page named none. */
  readonly recipient: string;
  /** What kind of message it was. */
  readonly task: Task;
  /** What the draft said; empty where the user added something. */
  readonly before: string;
  /** What the user made of it; empty where they took something out. */
  readonly after: string;
}

export const statuses = ['provisional', 'active', 'paused', 'superseded'] as const;
export type Status = (typeof statuses)[number];

/** A short description of how this user likes such texts written. */
export interface Preference {
  readonly id: string;
  readonly description: string;
  readonly facet: Facet;
  readonly scope: Scope;
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
  /** Between 0 and 1; see `confidence.ts`. */
  readonly confidence: number;
  /** `user`: written or edited by the user. Learning never rewrites such a preference. */
  readonly origin: 'learned' | 'user';
  readonly status: Status;
  /** Raised at every change, so that two writers cannot overwrite each other unseen. */
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A preference as it is inferred from one edit, before it has a place in the memory. */
export interface Described {
  readonly facet: Facet;
  readonly description: string;
  /** The changed spans behind it, where they are known. */
  readonly before: string;
  readonly after: string;
}

/** What a draft is written with: f̃ of CIPHER, and the preferences it was made from. */
export interface Guidance {
  /** Ready to be put into a prompt; never empty. */
  readonly text: string;
  readonly preferences: readonly AppliedPreference[];
}

export interface AppliedPreference {
  readonly id: string;
  /** The revision that was applied: a later one makes a kept text out of date. */
  readonly revision: number;
  readonly facet: Facet;
  readonly description: string;
}

/** Tokens of one model call; zero for a writer that has none. */
export interface Usage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How much was changed: whole words (Levenshtein), and the same divided by the longer side (0 to 1). */
export interface EditCost {
  readonly words: number;
  readonly normalised: number;
}

/**
 * f_t of CIPHER: what an episode left behind for the next context like it.
 * `inferred`: preferences inferred from the edit. `kept`: the draft was sent as it was, so the
 * guidance it was written with stands, as long as none of its preferences has changed since.
 */
export type Standing =
  | { readonly kind: 'inferred'; readonly preferenceIds: readonly string[] }
  | { readonly kind: 'kept'; readonly guidance: Guidance };

/**
 * How an episode ended. A draft whose box was closed, or of which nobody saw whether it was sent, is
 * still `open`: only its trace says how it was left, and nothing is learned from it.
 */
export type Outcome = 'open' | 'sent' | 'scheduled' | 'discarded';

/** Where an inserted draft was last seen, so that it is known again when its message is opened anew. */
export interface Trace {
  /** Of the text in its box; the same letters have the same. Empty for a blank text. */
  readonly print: string;
  /** Whether the user's hands explain all that had become of the draft. */
  readonly isExplained: boolean;
  /** `closed`: its box left without being asked to. `unknown`: sending was asked for, never proven. */
  readonly left: 'standing' | 'closed' | 'unknown';
}

/** Who put a stretch of a final text there. */
export type Origin = 'typed' | 'pasted' | 'draft' | 'quoted' | 'programmatic';

/** A stretch of a final text, in UTF-16 units from `start` up to `end`, and who put it there. */
export interface OriginSpan {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
}

/** Which side of the comparison a draft is on: written with what was learned, or without it. */
export type Comparison = 'with' | 'without';

/** One context, its draft, its final text, what it cost and what was used. */
export interface Episode {
  readonly id: string;
  /** When the draft was made, milliseconds since 1970. */
  readonly at: number;
  readonly context: Context;
  /** Which writer made the draft, such as `builtin` or `openai:gpt-5-mini`. */
  readonly writer: string;
  /** The baseline: what the editor held after the insertion, without quote and signature. */
  readonly draft: string;
  /** Left out where the draft was never inserted. */
  readonly trace?: Trace;
  /** `null` until the message is sent. */
  readonly final: string | null;
  /** Stretches of `final` that are known to be somebody else's words; left out where there are none. */
  readonly origins?: readonly OriginSpan[];
  readonly outcome: Outcome;
  readonly guidance: Guidance | null;
  /** Ids of the preferences that the user switched off for this draft; left out where there are none. */
  readonly without?: readonly string[];
  /**
   * Left out unless the user compares and preferences held here. Of `without` they were left out, and so
   * `guidance` is `null`.
   */
  readonly comparison?: Comparison;
  /** `null` until the message is sent. */
  readonly cost: EditCost | null;
  /** `null` until it was learned from. */
  readonly standing: Standing | null;
  /** The user said not to learn from it; left out where they did not. */
  readonly isLeftOut?: true;
  readonly usage: { readonly draft: Usage; readonly learn: Usage };
}

/** A sentence embedding. Vectors of different encoders are never compared. */
export interface ContextVector {
  readonly encoder: string;
  /** L2-normalised. */
  readonly values: Float32Array;
}

/** How drafts and preferences are made. */
export interface Method {
  /** `penchant`: the default. The other two are the published reference, docs/method.md §1. */
  readonly kind: 'penchant' | 'cipher-5' | 'cipher-1';
  /** δ: an edit of at most this many words is not learned from. 0 = any difference is. */
  readonly threshold: number;
}
