/**
 * A table of rows of signed bytes that are multiplied with a query. `width` numbers a row; what is
 * wider in memory is zero and changes no product.
 */
export interface ByteRows {
  /** Makes room for so many rows; what stands in the first ones stays. */
  makeRoom(count: number): void;
  /** `scale`: what a product with this row is to be multiplied by before it is compared. */
  set(row: number, bytes: Int8Array, scale: number): void;
  /** Copies one row over another. */
  copy(from: number, to: number): void;
  /**
   * Multiplies the query with the first `count` rows, one after the other, and calls `take` with each row whose
   * product times its scale is not below `least`, which is asked before every `rowsAtOnce` rows.
   */
  scan(
    query: Int8Array,
    count: number,
    least: () => number,
    take: (row: number, product: number) => void,
  ): void;
}

/** How many rows are multiplied before their products are looked at: these stay in the nearest cache. */
export const rowsAtOnce = 1024;
