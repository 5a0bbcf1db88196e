import type { FaultData } from '../learning/fault.ts';
import { faultSchema } from '../protocol/shapes.ts';
import { readable } from './readable.ts';
import type { Room } from './room.ts';

const name = 'notice';

/** Keeps what happened to the memory until somebody was told; what was kept before is let go. */
export async function tellLater({ beside }: Room, notice: FaultData): Promise<void> {
  await beside.shelf.write({ [name]: notice });
}

/** What is to be told, once; `null` where nothing happened. */
export async function takeNotice({ beside }: Room): Promise<FaultData | null> {
  const values = await beside.shelf.read([name]);
  if (values[name] === undefined) return null;
  await beside.shelf.remove([name]);
  return readable(faultSchema, values[name]) ?? null;
}
