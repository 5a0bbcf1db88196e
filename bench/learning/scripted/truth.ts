import { follows } from '../../../src/learning/habits/follows.ts';
import type { Sample } from '../../../src/learning/ports.ts';
import { check } from './eyes.ts';
import { type Instruction, instructionsIn } from './instructions.ts';
import { readMail } from './mail.ts';
import { measured } from './remembered.ts';

/**
 * How well a description fits mails that were sent, measured: from −2 (none that gives an occasion
 * follows it) to 2 (all of them do); 0 where nothing can be told.
 */
export function truth(description: string, samples: readonly Sample[]): number {
  const instructions = instructionsIn(description);
  const votes = samples
    .flatMap((sample) => instructions.map((one) => isFollowed(one, sample)))
    .filter((vote) => vote !== null);
  const yes = votes.filter((vote) => vote).length;
  return votes.length === 0 ? 0 : (4 * yes) / votes.length - 2;
}

function isFollowed(instruction: Instruction, { context, final }: Sample): boolean | null {
  switch (instruction.kind) {
    case 'counted':
      return follows(instruction.habit, measured(final, context), context);
    case 'uncounted': {
      const { wish } = instruction;
      const lines = wish.kind === 'line' ? [wish.text] : [];
      return check(wish, readMail(final, { greetings: [], closings: [], lines }), context);
    }
    case 'fact':
      return final.includes(instruction.sentence);
  }
}
