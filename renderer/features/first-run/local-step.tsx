import { Button, Loader } from '@mantine/core';
import { IconDeviceDesktop, IconFolderSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalIiko } from '../../../main/contract/settings.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './first-run.module.css';

type Search =
  | Readonly<{ type: 'searching' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; local: LocalIiko }>;

function useLocalIiko(): Search {
  const client = useClient();
  const [search, setSearch] = useState<Search>({ type: 'searching' });
  useEffect(() => {
    let here = true;
    const show = (next: Search): void => {
      if (here) setSearch(next);
    };
    client.settings.findLocalIiko({}).then(
      (local) => show({ type: 'shown', local }),
      (error: unknown) => show({ type: 'failed', failure: toFailure(error) }),
    );
    return () => {
      here = false;
    };
  }, [client]);
  return search;
}

function Findings({ local }: { readonly local: LocalIiko }): ReactNode {
  const { t } = useTranslation();
  if (local.found.length === 0) {
    return (
      <div className={styles.finding}>
        <IconFolderSearch size={22} stroke={1.5} aria-hidden />
        <div>
          <strong>{t('first-run.local.none')}</strong>
          <p className={styles.note}>{t('first-run.local.none.text')}</p>
        </div>
      </div>
    );
  }
  return (
    <>
      <ul className={styles.findings}>
        {local.found.map(({ path, product }) => (
          <li key={path} className={styles.finding}>
            <IconDeviceDesktop size={22} stroke={1.5} aria-hidden />
            <div>
              <strong>{t(`first-run.local.${product}`)}</strong>
              <p className={styles.path}>{path}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('first-run.local.found.text')}</p>
    </>
  );
}

/** What of iiko is installed on this PC. Nothing is read but folder names, nothing is changed. */
export function LocalStep(props: {
  readonly onBack: () => void;
  readonly onNext: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const search = useLocalIiko();
  return (
    <>
      <p className={styles.lead}>{t('first-run.local.text')}</p>
      <div className={styles.area} aria-busy={search.type === 'searching'}>
        {search.type === 'searching' && (
          <div className={styles.finding}>
            <Loader size={20} />
            <span>{t('first-run.local.searching')}</span>
          </div>
        )}
        {search.type === 'failed' && <FailureNotice failure={search.failure} />}
        {search.type === 'shown' && <Findings local={search.local} />}
      </div>
      <div className={styles.buttons}>
        <Button variant="filled" size="sm" onClick={props.onNext}>
          {t(search.type === 'searching' ? 'first-run.skip' : 'first-run.next')}
        </Button>
        <Button size="sm" onClick={props.onBack}>
          {t('first-run.back')}
        </Button>
      </div>
    </>
  );
}
