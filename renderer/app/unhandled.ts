import { useEffect } from 'react';
import { useNotifyFailure } from '../shared/ui/use-notify-failure.ts';

/** A rejection that nobody waited for is still heard: it is shown like any other failed action. */
export function Unhandled(): null {
  const notifyFailure = useNotifyFailure();
  useEffect(() => {
    const hear = (event: PromiseRejectionEvent): void => notifyFailure(event.reason);
    window.addEventListener('unhandledrejection', hear);
    return () => window.removeEventListener('unhandledrejection', hear);
  }, [notifyFailure]);
  return null;
}
