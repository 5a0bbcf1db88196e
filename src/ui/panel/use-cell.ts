import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { ReadonlyCell } from './cell.ts';

/** The value of `cell` now; the component that asks is drawn again when it changes. */
export function useCell<Value>(cell: ReadonlyCell<Value>): Value {
  const [, drawAgain] = useReducer((times: number, _: null) => times + 1, 0);
  useLayoutEffect(() => cell.subscribe(() => drawAgain(null)), [cell]);
  return cell.value;
}
