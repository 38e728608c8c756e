import { useState } from 'react';

/** A text while it is typed: begins with what is kept, and again whenever that becomes another. */
export function useTyped(kept: string): [typed: string, setTyped: (typed: string) => void] {
  const [typed, setTyped] = useState(kept);
  const [known, setKnown] = useState(kept);
  if (known !== kept) {
    setKnown(kept);
    setTyped(kept);
  }
  return [typed, setTyped];
}
