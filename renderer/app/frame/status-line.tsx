import type { ReactNode } from 'react';

/** How old the data is, whether it is whole, and what runs now. */
export function StatusLine(): ReactNode {
  return <footer style={{ gridArea: 'status' }} />;
}
