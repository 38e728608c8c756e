import { Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../main/domain/failure.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { numbered } from './numbered.ts';
import styles from './payload-view.module.css';
import { splitFound } from './split-found.ts';

/** Which payload is looked at: of one journal entry, or the newest (null). */
export type PayloadQuestion = Readonly<{ orderId: number; versionId: number | null }>;

type Payload = Readonly<{ json: string } | { failure: Failure }> | null;

function usePayload({ orderId, versionId }: PayloadQuestion): Payload {
  const client = useClient();
  const [payload, setPayload] = useState<Payload>(null);
  useEffect(() => {
    let wanted = true;
    client.orders.payload({ orderId, versionId }).then(
      ({ json }) => wanted && setPayload({ json }),
      (error: unknown) => wanted && setPayload({ failure: toFailure(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [client, orderId, versionId]);
  return payload;
}

function Json({ json }: { readonly json: string }): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const parts = useMemo(() => numbered(splitFound(json, search)), [json, search]);
  const found = parts.filter(({ item }) => item.found).length;
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          data-autofocus
          className={styles.search}
          aria-label={t('orders.payload.search')}
          placeholder={t('orders.payload.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span role="status">{search && t('orders.payload.found', { count: found })}</span>
        <CopyButton value={json}>
          {({ copied, copy }) => (
            <Button onClick={copy}>
              {t(copied ? 'orders.payload.copied' : 'orders.payload.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard */}
      <pre className={styles.json} tabIndex={0}>
        {parts.map(({ item, place }) =>
          item.found ? <mark key={place}>{item.text}</mark> : <span key={place}>{item.text}</span>,
        )}
      </pre>
    </>
  );
}

function PayloadBody(props: PayloadQuestion): ReactNode {
  const payload = usePayload(props);
  return payload && 'failure' in payload ? (
    <FailureNotice failure={payload.failure} />
  ) : (
    <Json json={payload?.json ?? ''} />
  );
}

/** What the vendor sent, as it came: to search in and to copy. */
export function PayloadView(props: {
  readonly question: PayloadQuestion | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { question, onClose } = props;
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      title={t('orders.payload')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {question && <PayloadBody {...question} />}
    </Modal>
  );
}
