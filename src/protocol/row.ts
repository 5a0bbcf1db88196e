import { z } from './zod.ts';

/** Who may send a message; the receiver proves it from what the browser stamped on it. */
export type Sender = 'content' | 'page' | 'background';

/** One message: who may say it, and its shapes. */
export interface Row<Request extends z.ZodType, Response extends z.ZodType> {
  readonly from: readonly Sender[];
  readonly request: Request;
  readonly response: Response;
}

/** Makes a row of the table. */
export const row = <Request extends z.ZodType, Response extends z.ZodType>(
  from: readonly Sender[],
  request: Request,
  response: Response,
): Row<Request, Response> => ({ from, request, response });

/** Says, or answers, nothing but that it was done. */
export const nothing = z.strictObject({});
