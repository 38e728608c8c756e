import { ActionIcon, Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
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

/** Enter goes from one occurrence to the next, with Shift back, as `step` does; the box scrolls to it. */
function useFoundPlace(search: string, count: number) {
  const box = useRef<HTMLPreElement>(null);
  const [place, setPlace] = useState<Readonly<{ search: string; at: number }> | null>(null);
  const current = place?.search === search && place.at < count ? place.at : null;
  const step = (by: 1 | -1): void => {
    const from = current ?? (by === 1 ? -1 : count);
    const at = (from + by + count) % count;
    setPlace({ search, at });
    box.current?.querySelectorAll('mark')[at]?.scrollIntoView({ block: 'center' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || count === 0) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return { box, current, step, onKeyDown };
}

function StepButtons({ step }: { readonly step: (by: 1 | -1) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={styles.steps}>
      <ActionIcon aria-label={t('orders.payload.previous')} onClick={() => step(-1)}>
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('orders.payload.next')} onClick={() => step(1)}>
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function Json({ json }: { readonly json: string }): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const parts = useMemo(() => numbered(splitFound(json, search)), [json, search]);
  const found = parts.filter(({ item }) => item.found);
  const { box, current, step, onKeyDown } = useFoundPlace(search, found.length);
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
          onKeyDown={onKeyDown}
        />
        <span role="status">
          {current === null
            ? search && t('orders.payload.found', { count: found.length })
            : t('orders.payload.at', { at: current + 1, count: found.length })}
        </span>
        {found.length > 0 && <StepButtons step={step} />}
        <CopyButton value={json}>
          {({ copied, copy }) => (
            <Button onClick={copy}>
              {t(copied ? 'orders.payload.copied' : 'orders.payload.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard */}
      <pre className={styles.json} tabIndex={0} ref={box}>
        {parts.map(({ item, place }) =>
          item.found ? (
            <mark key={place} data-current={place === found[current ?? -1]?.place || undefined}>
              {item.text}
            </mark>
          ) : (
            <span key={place}>{item.text}</span>
          ),
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
