import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderImport } from '../../../../main/contract/joining.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ImportedFile } from '../imported-file.tsx';
import type { FileRowProps } from '../imported-files.tsx';
import { RefusedRows } from './refused-rows.tsx';

/** One file of orders: what came of it, and the way to take it out again. */
export function OrderFileRow({ file, fresh, onRemove }: FileRowProps<OrderImport>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { taken, created, joined } = file;
  const stopped = created + joined < taken;
  return (
    <ImportedFile
      fileName={file.fileName}
      facts={[format.moment(file.importedAt), file.author]}
      report={t(stopped ? 'joining.import.stopped' : 'joining.import.report', {
        orders: format.number(taken),
        created: format.number(created),
        joined: format.number(joined),
      })}
      fresh={fresh}
      onRemove={onRemove}
    >
      <RefusedRows total={file.wrong} rows={file.refused} open={fresh} />
    </ImportedFile>
  );
}
