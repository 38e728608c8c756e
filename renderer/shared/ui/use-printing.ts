import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const SCHEME = 'data-mantine-color-scheme';

/** The window's own scheme while paper shows the light one. */
let kept: string | null = null;

function lighten(): void {
  kept ??= document.documentElement.getAttribute(SCHEME);
  document.documentElement.setAttribute(SCHEME, 'light');
}

function restore(): void {
  if (kept !== null) document.documentElement.setAttribute(SCHEME, kept);
  kept = null;
}

/** True while the page is being printed: on paper everything is drawn, and in the light. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => {
      lighten();
      // The browser takes its picture when this returns.
      flushSync(() => setPrinting(true));
    };
    const after = (): void => {
      restore();
      setPrinting(false);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
