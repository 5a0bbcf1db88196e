import { agentNames } from './agents/all.ts';

/** What `--help` prints. */
export const usage = `npm run bench:learning -- [options]

Lets simulated users edit drafts, and compares how well different ways of learning save them work.

What is played
  --world scripted|prelude|plume   scripted needs no model and no network (scripted)
  --rounds N, --seeds N            mails a user (60), and repetitions (3)
  --agents a,b                     ${agentNames.slice(0, 5).join(', ')},
                                   ${agentNames.slice(5).join(', ')} (all)
  --ablation                       penchant, and penchant with each of its elements turned over
  --encoder lexical|minilm         how contexts are compared (lexical)

The scripted world
  --persona FILE...                users of your own instead of those that ship
  --held-out                       plays the two held-out users as well, and prints them apart
  --drawn N, --drawn-seed S        plays N users besides that are drawn from a seed (1), so that nobody can
                                   have tuned anything on them, and prints them apart
  --obey-error P, --infer-error P  how often the writer ignores an instruction (0.05) and how often
                                   it infers wrongly (0.1)

The model worlds
  --data FILE...                   contexts of your own, JSON lines
  --task email|summarization       which half of prelude and plume (email)
  --shuffle                        another order of the contexts for each seed
  --faithful                       the paper's user, who does not see the text that is written about
  --model builtin|openai           openai: any server that speaks Chat Completions
  --base-url URL                   up to and with /v1; AGENT=URL, again and again, for one agent, for
                                   user or for judge alone
  --api-key-env NAME               the environment variable with the key (none)
  --agent-model, --user-model, --judge-model NAME
                                   unless told otherwise the user is the agents' model, and the
                                   judge the user's
  --timeout SECONDS                how long a server may be silent (600)
  --cache DIR, --no-cache          where replies are kept, so that a rerun costs nothing
                                   (.cache/bench-learning)
  --budget TOKENS                  no call is made after that many

What comes out
  --per-user                       one more table: the cost of every user
  --json FILE, --svg DIR           the figures, and pictures of them
  --concurrency N                  runs side by side, and calls to one server (one a core; with models 4)`;
