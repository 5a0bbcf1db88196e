/** Whether these bytes have this SHA-256, given in lower-case hexadecimal. */
export async function isExactly(bytes: BufferSource, sha256: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
