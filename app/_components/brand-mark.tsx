/** A lectern: the slanted desk on its stand. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M3.6 9.6 17.4 4.5l2.7 5.6L6.6 15.2z" />
      <path d="M12.4 13.2v7.3M8.2 20.5h8.4" />
    </svg>
  );
}
