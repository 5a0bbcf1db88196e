/** A cross: closes the panel or the note. */
export function CloseIcon() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M4 4l8 8M12 4l-8 8"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
      />
    </svg>
  );
}

/** Points on, or back; turned around where text runs to the left. */
export function ArrowIcon({ back = false }: { back?: boolean }) {
  return (
    <svg class="arrow" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={back ? 'M10 3 5 8l5 5' : 'm6 3 5 5-5 5'}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
