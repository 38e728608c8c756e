import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './part.module.css';

/** Id of the search box, for the keys. */
export const SEARCH_INPUT = 'terminals-search';

/** A file as fields with their meaning, or as its text. */
export type FileLook = 'form' | 'text';

/** `UTF-8 без BOM · CRLF · 414 байт · изменён 14:32`. */
function useFormWords({ form, file }: OpenConfigFile): string {
  const { t } = useTranslation();
  const { number, moment } = useFormat();
  const words = [
    file.kind === 'log' ? t('terminals.form.tail') : form.encoding.toUpperCase(),
    form.bom ? t('terminals.form.bom') : null,
    form.newline === 'none' ? null : t(`terminals.form.newline.${form.newline}`),
    t('terminals.form.bytes', { count: file.size, bytes: number(file.size) }),
    t('terminals.form.modified', { at: moment(file.modifiedAt) }),
    file.programVersion && t('terminals.form.version', { version: file.programVersion }),
  ];
  return words.filter(Boolean).join(' · ');
}

/** What file it is, how it is written, and how it is looked at. */
export function FileHead(props: {
  readonly opened: OpenConfigFile;
  readonly look: FileLook;
  readonly hasForm: boolean;
  readonly onLook: (look: FileLook) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}): ReactNode {
  const { opened, look, hasForm, onLook, search, onSearch } = props;
  const { t } = useTranslation();
  const words = useFormWords(opened);
  const looks = (['form', 'text'] as const).map((value) => ({
    value,
    label: t(`terminals.look.${value}`),
    disabled: value === 'form' && !hasForm,
  }));
  return (
    <header className={styles.fileHead}>
      <div className={styles.fileTitle}>
        <h2>{t(`terminals.kind.${opened.file.kind}`)}</h2>
        <span className={styles.path} title={opened.file.path}>
          <bdi dir="ltr">{opened.file.path}</bdi>
        </span>
        <span className={styles.words}>{words}</span>
      </div>
      <div className={styles.fileTools}>
        {look === 'form' && (
          <TextInput
            id={SEARCH_INPUT}
            type="search"
            className={styles.search}
            aria-label={t('terminals.search')}
            placeholder={t('terminals.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => onSearch(event.currentTarget.value)}
          />
        )}
        {opened.file.kind !== 'log' && (
          <SegmentedControl
            aria-label={t('terminals.look')}
            data={looks}
            value={look}
            onChange={(next) => onLook(next as FileLook)}
          />
        )}
      </div>
    </header>
  );
}
