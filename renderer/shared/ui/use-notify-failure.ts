import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../main/domain/failure.ts';
import { failureText } from './failure-text.ts';
import { notify } from './notify.ts';

/** Shows a failed action that has no place of its own on the screen, with its reference number. */
export function useNotifyFailure(): (error: unknown) => void {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error) => {
      const failure =
        error instanceof Failure ? error : new Failure('unexpected', 'bridge.window-error');
      const { title, why, advice } = failureText(i18n, failure);
      const reference =
        failure.reference && t('failure.reference', { reference: failure.reference });
      const message = [why, advice, reference].filter(Boolean).join(' ');
      notify({ tone: 'danger', title, message, closeLabel: t('app.close') });
    },
    [t, i18n],
  );
}
