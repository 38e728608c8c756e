import { Button, TextInput } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findRights } from './find-rights.ts';
import { Legend } from './legend.tsx';
import { RightsMatrix } from './rights-matrix.tsx';
import styles from './staff-rights.module.css';
import { WhoMay } from './who-may.tsx';

/** Rights of iiko's staff: the matrix of roles, a search, and who may do what in which status. */
export function StaffRightsPart(): ReactNode {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const rights = useMemo(
    () =>
      findRights(query, ({ code }) => {
        const note = `staff-rights.note.${code}`;
        return `${code} ${t(`staff-rights.right.${code}`)} ${i18n.exists(note) ? t(note) : ''}`;
      }),
    [query, t, i18n],
  );
  return (
    <div className={styles.page}>
      <WhoMay />
      <div className={styles.bar}>
        <div className={styles.title}>
          <h2>{t('staff-rights.title')}</h2>
          <p>{t('staff-rights.intro')}</p>
        </div>
        <TextInput
          aria-label={t('staff-rights.search')}
          placeholder={t('staff-rights.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          onChange={({ currentTarget: { value } }) => setQuery(value)}
        />
        <Button
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('staff-rights.print')}
        </Button>
      </div>
      <Legend />
      {rights.length > 0 ? (
        <RightsMatrix rights={rights} />
      ) : (
        <p className={styles.note}>{t('staff-rights.empty')}</p>
      )}
    </div>
  );
}
