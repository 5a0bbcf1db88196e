import { createPromptedWriter } from '../../../src/learning/asking/prompted-writer.ts';
import { contextOf } from '../data/context-of.ts';
import { openRecords } from '../data/open-records.ts';
import type { DataRecord } from '../data/read-records.ts';
import { splitRecords } from '../data/split-records.ts';
import { createJudge } from '../model/judge.ts';
import type { ModelTask, ModelWorldOptions } from '../model/options.ts';
import { strangerTo } from '../prelude/stranger.ts';
import type { OpenWorld, Round } from '../types.ts';
import { componentsOf } from './components.ts';
import { createPlumeUser, type PlumeUser } from './user.ts';

/**
 * PLUME (Aroca-Ouellette et al., ICML 2025, arXiv 2505.23815): as many users as there are sets of
 * wishes, one for each of the paper's sources, who write from scratch; a model plays them, and a
 * judge says how well a draft shows each wish. Held out are each user's last records. Rejects with a
 * sentence where the data cannot be used.
 */
export function openPlumeWorld(options: ModelWorldOptions): OpenWorld {
  const { agentModel, judgeModel } = options;
  return async (seed) => {
    const notes: string[] = [];
    const people = peopleOf(await openRecords(options, seed), options);
    const users = people.map((person) =>
      createPlumeUser(person, options, (note) => notes.push(note)),
    );
    const wishes = people.map(({ components }) => wanted(components));
    return {
      name: 'plume',
      users,
      writer: (_user, agent) => createPromptedWriter(agentModel(agent)),
      judge: createJudge(judgeModel),
      stranger: (user) => strangerTo(user, [...wishes, 'brief, plain, matter-of-fact']),
      notes: () => notes,
    };
  };
}

/** Who has the same wishes is one person; their texts are the rounds. */
function peopleOf(
  records: readonly DataRecord[],
  { task, rounds }: Pick<ModelWorldOptions, 'task' | 'rounds'>,
): PlumeUser[] {
  const bySet = new Map<string, DataRecord[]>();
  for (const record of records) {
    const wishes = wanted(componentsOf(record, task));
    bySet.set(wishes, [...(bySet.get(wishes) ?? []), record]);
  }
  return [...bySet.values()].flatMap((own, index) => {
    const [first] = own;
    if (!first) return [];
    const { played, heldOut } = splitRecords(
      own.map((record) => roundOf(record, task)),
      rounds,
    );
    const name = `${index + 1} ${first.domain}`;
    return [{ name, rounds: played, heldOut, components: componentsOf(first, task) }];
  });
}

function roundOf(record: DataRecord, task: ModelTask): Round {
  return {
    id: record.id,
    context: contextOf(record, task, 'given'),
    wanted: wanted(componentsOf(record, task)),
    kind: record.domain,
    drifted: false,
  };
}

function wanted(components: readonly string[]): string {
  return components.join('; ');
}
