import { useCallback, useState, type SubmitEvent } from 'react';
import { Failure } from '../../../main/domain/failure.ts';

/** A form's way to the core: busy while it goes, the failure when it did not. */
export type Submit = Readonly<{
  busy: boolean;
  failure: Failure | null;
  submit: (event: SubmitEvent) => void;
}>;

/** Runs `work` when the form is sent; `done` when it succeeded. A bug is shown as `unexpected`. */
export function useSubmit(work: () => Promise<void>, done: () => void): Submit {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = useCallback(
    (event: SubmitEvent) => {
      event.preventDefault();
      setBusy(true);
      setFailure(null);
      const failed = (error: unknown): void =>
        setFailure(
          error instanceof Failure ? error : new Failure('unexpected', 'bridge.window-error'),
        );
      const send = async (): Promise<void> => {
        try {
          await work();
          done();
        } catch (error) {
          failed(error);
        } finally {
          setBusy(false);
        }
      };
      void send();
    },
    [work, done],
  );
  return { busy, failure, submit };
}
