import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import sharedStyles from './attribution.module.css';
import styles from './imported.module.css';

/** A place to drop a file on, with a button for whoever does not drag. */
export function DropPlace({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // Dragging is one way of two: the button inside is the other.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} stroke={1.5} aria-hidden />
      <span>{t('attribution.import.drop')}</span>
      <Button variant="filled" onClick={() => input.current?.click()}>
        {t('attribution.import.choose')}
      </Button>
      <span className={sharedStyles.quiet}>{t('attribution.import.formats')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx,.json,.ndjson"
        aria-label={t('attribution.import.choose')}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
