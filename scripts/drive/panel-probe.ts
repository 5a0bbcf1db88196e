/** Something in our panel as a person meets it, although its shadow root is closed. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly focused: boolean;
  /** Something that only the probe it came from understands. */
  readonly handle: string | number;
}

export interface Sought {
  readonly role: string;
  /** The whole accessible name, or a pattern of it. */
  readonly name: string | RegExp;
}

/** Sees and clicks what page scripts and page drivers cannot. */
export interface PanelProbe {
  /** Everything of this role and name that is there now. */
  find(sought: Sought): Promise<Heard[]>;
  /** The first of this role and name for which `ready` holds, as soon as there is one. */
  wait(sought: Sought, ready?: (heard: Heard) => boolean, timeout?: number): Promise<Heard>;
  /** A real click in the middle of it. */
  click(heard: Heard): Promise<void>;
  /** All that is heard, for the message of a failed test. */
  describe(): Promise<string>;
}

/** What a browser must be able to do for a probe. */
export interface ProbeParts {
  listen(): Promise<readonly Heard[]>;
  /** Resolves with the next frame: the panel can change with each, and no event says when. */
  frame(): Promise<unknown>;
  click(heard: Heard): Promise<void>;
}

/** The part of a probe that is the same for every browser. */
export function createProbe({ listen, frame, click }: ProbeParts): PanelProbe {
  const probe: PanelProbe = {
    click,
    find: async (sought) => (await listen()).filter((heard) => matches(heard, sought)),
    async wait(sought, ready = (heard) => !heard.disabled, timeout = 20_000) {
      const deadline = performance.now() + timeout;
      while (performance.now() < deadline) {
        const found = (await probe.find(sought)).find(ready);
        if (found) return found;
        await frame();
      }
      const wanted = `${sought.role} “${sought.name}”`;
      throw new Error(`No ${wanted} within ${timeout} ms. On the page:\n${await probe.describe()}`);
    },
    describe: async () =>
      (await listen())
        .map(({ role, name, disabled, focused }) =>
          [`${role} “${name}”`, disabled && 'disabled', focused && 'focused']
            .filter(Boolean)
            .join(', '),
        )
        .join('\n'),
  };
  return probe;
}

const matches = (heard: Heard, { role, name }: Sought): boolean =>
  heard.role === role && (typeof name === 'string' ? heard.name === name : name.test(heard.name));
