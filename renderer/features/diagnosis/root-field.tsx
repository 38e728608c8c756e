import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A folder of another PC instead of this PC's own files. */
export function RootField(props: {
  readonly root: string;
  readonly onRoot: (root: string) => void;
}): ReactNode {
  const { root, onRoot } = props;
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('diagnosis.root')}
      description={t('diagnosis.root.hint')}
      placeholder="D:\Kassa-2\CashServer"
      value={root}
      maxLength={1000}
      onChange={({ currentTarget: { value } }) => onRoot(value)}
    />
  );
}
