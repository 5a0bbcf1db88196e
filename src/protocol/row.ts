import type { z } from './zod.ts';

/** Who may send a message; the receiver proves it from what the browser stamped on it. */
export type Sender = 'content' | 'page' | 'background';

interface Row<Request extends z.ZodType, Response extends z.ZodType> {
  readonly from: readonly Sender[];
  readonly request: Request;
  readonly response: Response;
}

/** A row of the table of messages. */
export const row = <Request extends z.ZodType, Response extends z.ZodType>(
  from: readonly Sender[],
  request: Request,
  response: Response,
): Row<Request, Response> => ({ from, request, response });
