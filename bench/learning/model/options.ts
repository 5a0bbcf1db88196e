import type { LanguageModel } from '../../../src/learning/ports.ts';

/** What the paper's users have to write: mails from articles, or summaries of them. */
export type ModelTask = 'email' | 'summarization';

/** The models that play everybody. */
export interface Models {
  /** What this agent writes and infers with. */
  agentModel(agent: string): LanguageModel;
  readonly userModel: LanguageModel;
  readonly judgeModel: LanguageModel;
}

/** What the worlds with a model for a user are opened with. */
export interface ModelWorldOptions extends Models {
  /** JSONL files of records (`data/read-records.ts`); the set that ships where there is none. */
  readonly dataFiles: readonly string[];
  readonly task: ModelTask;
  /** At most so many rounds a user. */
  readonly rounds: number;
  /** Draws the order of the records from the seed instead of keeping that of the files. */
  readonly shuffle: boolean;
}
