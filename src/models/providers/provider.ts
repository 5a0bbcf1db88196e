import type { Format, OptionalField } from '../abilities.ts';

/** A server that speaks OpenAI's Chat Completions, and in what it differs from OpenAI's own. */
export interface Provider {
  readonly id: string;
  /** Its own name, the same in every language. */
  readonly name: string;
  /** Where it is unless somebody moved it; a part in capitals is the user's to fill in. */
  readonly baseUrl: string;
  /** Hosts it is known by: `host`, `host:port`, or `*.host` for everything below. */
  readonly hosts: readonly string[];
  /** Page where its keys are made; none for a server on one's own machine. */
  readonly keyPage?: string;
  readonly keyHeader?: 'api-key' | 'x-api-key';
  /** Where the key goes when its models are asked for, if that is another header. */
  readonly listKeyHeader?: 'x-api-key';
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Optional fields it is known not to take, so that it need not be asked in vain. */
  readonly without?: readonly OptionalField[];
  /** The best way it is known to keep an answer to a form; tried first. */
  readonly format?: Format;
  /** Path of a list that versions without `models` have: `{models: [{name}]}`. */
  readonly olderList?: string;
  /** Where `path` (`chat/completions`, `models`) is asked for; below the base URL unless given. */
  readonly route?: (baseUrl: URL, path: string, model: string) => URL;
}
