import { Button, Modal } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import styles from './spend.module.css';

/** What a file can bring. */
export type Brought = 'spend' | 'costs';

/** A file that was looked through but not taken yet. */
export type LookedThrough = Readonly<{
  brings: Brought;
  fileName: string;
  text: string;
  result: ImportResult;
}>;

function WrongRows({ wrong }: { readonly wrong: ImportResult['wrong'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('report-screens.spend.wrong')}</p>
      <ul className={styles.wrong}>
        {wrong.map(({ row, code, value }) => (
          <li key={`${row} ${code}`}>
            <span className={styles.quiet}>{t('report-screens.spend.row', { row })}</span>
            <span>{t(`reports.import.${code}`, { value })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says what a file would bring before it is taken; with a wrong row nothing of it is. */
export function ImportDialog(props: {
  readonly file: LookedThrough;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const format = useFormat();
  const { file, onClose } = props;
  const { brings, text, result } = file;
  const [replaced, setReplaced] = useState<number | null>(null);
  const take = useCallback(async () => {
    const ask = brings === 'spend' ? client.reports.importSpend : client.reports.importCosts;
    setReplaced((await ask({ text, dryRun: false })).replaced);
  }, [client, brings, text]);
  const { busy, failure, submit } = useSubmit(take, onClose);
  const taken = format.number(result.taken);
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.fileName}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.import} onSubmit={submit}>
        {result.wrong.length > 0 ? (
          <WrongRows wrong={result.wrong} />
        ) : (
          <p>{t(`report-screens.spend.would.${brings}`, { count: result.taken, taken })}</p>
        )}
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('report-screens.spend.cancel')}</Button>
          {result.wrong.length === 0 && (
            <Button
              type="submit"
              variant="filled"
              loading={busy}
              disabled={result.taken === 0 || replaced !== null}
            >
              {t('report-screens.spend.take')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
