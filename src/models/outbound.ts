/** What a request was made for. */
export type Purpose =
  | 'draft'
  | 'revise'
  | 'aggregate'
  | 'infer'
  | 'verify'
  | 'encoder'
  | 'generator'
  | 'models';

/** One request as it left the extension. Holds no key: headers are not kept. */
export interface OutboundRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Host and port. */
  readonly host: string;
  readonly path: string;
  readonly purpose: Purpose;
  /** Of the body, in UTF-8. */
  readonly bytes: number;
  /** From sending to the headers of the answer, or to the failure. */
  readonly milliseconds: number;
  /** `null` where no answer came. */
  readonly status: number | null;
  /** What was sent, identifiers hidden, at most `longestShown`. */
  readonly body: string;
}

/** Takes down what leaves. Neither throws nor holds a request up. */
export interface OutboundLog {
  note(request: OutboundRequest): void;
  /** The answer to the last request had placeholders in it that nothing could be put in for. */
  left(count: number): void;
}

/** UTF-16 units of a body that are kept. */
export const longestShown = 16_000;
