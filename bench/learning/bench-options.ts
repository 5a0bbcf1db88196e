/** What was asked for. Plain data, so that it can be handed to a thread. */
export interface BenchOptions {
  readonly world: 'scripted' | 'prelude' | 'plume';
  readonly rounds: number;
  /** How many seeds are played, from 1 on. */
  readonly seeds: number;
  readonly encoder: 'lexical' | 'minilm';
  /** With `--ablation`: the default method and its arms instead. */
  readonly agents: readonly string[];
  readonly models: ModelOptions;
  /** Persona files of the scripted world instead of those that ship. */
  readonly personas: readonly string[];
  readonly heldOut: boolean;
  /** How many users are drawn besides, and from which seed. */
  readonly drawn: { readonly count: number; readonly seed: number };
  /** Chances that a writer of the scripted world ignores an instruction, or infers wrongly; 0 to 1. */
  readonly errors: { readonly obey: number; readonly infer: number };
  /** Files of contexts for the model worlds instead of those that ship. */
  readonly data: readonly string[];
  readonly task: 'email' | 'summarization';
  readonly shuffle: boolean;
  readonly faithful: boolean;
  /** Runs side by side; in the scripted world threads. */
  readonly concurrency: number;
  readonly ablation: boolean;
  readonly perUser: boolean;
  /** File for the figures; `null` where none is wanted. */
  readonly json: string | null;
  /** Folder for the pictures; `null` where none are wanted. */
  readonly svg: string | null;
}

/** Which models play agents, user and judge, and where they are. */
export interface ModelOptions {
  readonly kind: 'builtin' | 'openai';
  /** For whoever has no server of their own; `null` where there is none. */
  readonly baseUrl: string | null;
  /** Servers by agent, or by `user` and `judge`. */
  readonly baseUrls: Readonly<Record<string, string>>;
  /** Environment variable with the key. */
  readonly keyEnv: string;
  readonly agentModel: string | null;
  /** `null`: the agents' model. */
  readonly userModel: string | null;
  /** `null`: the user's model. */
  readonly judgeModel: string | null;
  readonly timeoutSeconds: number;
  /** Folder that model replies are kept in; `null` keeps none. */
  readonly cache: string | null;
  /** Tokens that may be spent in all; `null` for any number. */
  readonly budget: number | null;
}
