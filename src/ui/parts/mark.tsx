/** Our sign: a letter that leans. The same drawing as `public/icons/icon.svg`. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M10.2 25.2 15 8.4h5.1a4.6 4.6 0 0 1 4.4 5.9 6 6 0 0 1-5.8 4.4h-6.4" />
    </svg>
  );
}
