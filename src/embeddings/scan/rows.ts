/**
 * A table of rows of signed bytes that are multiplied with a query. `width` numbers a row; what is
 * wider in memory is zero and changes no product.
 */
export interface ByteRows {
  /** Makes room for so many rows; what stands in the first ones stays. */
  makeRoom(count: number): void;
  set(row: number, bytes: Int8Array): void;
  /** Copies one row over another. */
  copy(from: number, to: number): void;
  /**
   * Calls `take` with the inner products of the query and every row, `count` rows in all, some
   * hundreds at a time: the product of row `first + i` at `i`. The array is used again.
   */
  multiply(
    query: Int8Array,
    count: number,
    take: (products: Int32Array, first: number) => void,
  ): void;
}

/** How many rows are multiplied before their products are looked at: these stay in the nearest cache. */
export const rowsAtOnce = 1024;
