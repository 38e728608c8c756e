import { useEffect, useState, type ReactNode } from 'react';

type Part<Props> = (props: Props) => ReactNode;

/**
 * A component whose code is loaded when it is first shown, and that shows nothing until then. React's
 * own `lazy` holds back what it waited for up to a third of a second.
 */
export function loadedPart<Props extends object>(load: () => Promise<Part<Props>>): Part<Props> {
  let loaded: Part<Props> | null = null;
  return function LoadedPart(props) {
    const [Shown, show] = useState(() => loaded);
    useEffect(() => {
      if (loaded) return show(() => loaded);
      const fail = (error: unknown) =>
        show(() => {
          throw error;
        });
      load().then((part) => show(() => (loaded = part)), fail);
    }, []);
    return Shown && <Shown {...props} />;
  };
}
