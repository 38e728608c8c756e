import type { ReactNode } from 'react';

/** The product's mark: a delivery's way from a dot to a roof. */
export function BrandMark(): ReactNode {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="5" fill="var(--dd-accent)" />
      <path
        d="M6 16.5h5.5a3 3 0 0 0 3-3V9m0 0-3.2 3M14.5 9l3.2 3"
        fill="none"
        stroke="var(--dd-on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="6" cy="16.5" r="1.8" fill="var(--dd-on-accent)" />
    </svg>
  );
}
