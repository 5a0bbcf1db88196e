/** Something that takes a while, with how far it is where that is known: `share` is from 0 to 1. */
export function Working({ label, share }: { label: string; share?: number }) {
  return (
    <div class="progress">
      <p class="hint" role="status">
        {label}
      </p>
      <progress aria-label={label} value={share} />
    </div>
  );
}
