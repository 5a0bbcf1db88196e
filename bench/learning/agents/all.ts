import { standardElements } from '../../../src/learning/elements.ts';
import type { Agent, Tools } from '../types.ts';
import { createContinual } from './continual.ts';
import { createExploreThenExploit } from './explore-then-exploit.ts';
import { createGenericStyle } from './generic-style.ts';
import { createIclEdit } from './icl-edit.ts';
import { createNoLearning } from './no-learning.ts';
import { createOracle } from './oracle.ts';
import { createProse } from './prose.ts';
import { createShipped } from './shipped.ts';
import { createWrongUser } from './wrong-user.ts';

type Make = (tools: Tools) => Agent;
type ElementName = keyof typeof standardElements;

const agents: Readonly<Record<string, Make>> = {
  oracle: createOracle,
  'no-learning': createNoLearning,
  'explore-then-exploit': createExploreThenExploit,
  continual: createContinual,
  'icl-edit-5': createIclEdit,
  'cipher-1': (tools) => createShipped(tools, 'cipher-1'),
  'cipher-5': (tools) => createShipped(tools, 'cipher-5'),
  prose: createProse,
  penchant: (tools) => createShipped(tools, 'penchant'),
  'wrong-user': createWrongUser,
  'generic-style': createGenericStyle,
};

/** What each element of the default method is worth is seen by turning it alone the other way. */
const ablatedElements: readonly ElementName[] = [
  'components',
  'counting',
  'facts',
  'thrift',
  'scope',
  'exceptions',
  'neighbours',
  'takeover',
  'numbering',
  'verification',
  'examples',
  'sources',
  'check',
];

const ablations: ReadonlyMap<string, Make> = new Map(
  ablatedElements.map((element) => [
    `penchant:${element}`,
    (tools) =>
      createShipped(tools, 'penchant', {
        ...standardElements,
        [element]: !standardElements[element],
      }),
  ]),
);

/** Every agent that is compared, in the order of the tables. */
export const agentNames: readonly string[] = Object.keys(agents);

/** The arms of the ablation: `penchant:scope` is the default method with its `scope` the other way. */
export const ablationNames: readonly string[] = [...ablations.keys()];

/** An agent that has learned nothing yet; throws for a name that is in neither list. */
export function createAgent(name: string, tools: Tools): Agent {
  const make = agents[name] ?? ablations.get(name);
  if (!make) throw new Error(`There is no agent called ${name}.`);
  return make(tools);
}
