import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconInfoCircle,
  IconKey,
  IconLock,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFile } from '../../../main/contract/config-files.ts';
import { READ_ONLY_KINDS } from '../../../main/domain/config-files/config-file.ts';
import { useFieldTexts } from './field-texts.ts';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import styles from './part.module.css';

function Banner(props: {
  readonly icon: Icon;
  readonly tone: 'warning' | 'info';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  const { icon: Mark, tone, children, action } = props;
  return (
    <div className={styles.banner} data-tone={tone} role="status">
      <Mark size={16} stroke={1.75} aria-hidden />
      <span className={styles.bannerText}>{children}</span>
      {action}
    </div>
  );
}

function TillBanner({ state }: { readonly state: ShownFile }): ReactNode {
  const { t } = useTranslation();
  const { till, file } = state.opened;
  if (!file.editable || (!till.frontRunning && !till.shiftOpen)) return null;
  return (
    <Banner icon={IconAlertTriangle} tone="warning">
      {till.frontRunning && t('terminals.till.running')}{' '}
      {till.shiftOpen &&
        (till.shiftNumber === null
          ? t('terminals.till.shift')
          : t('terminals.till.shift-number', { number: till.shiftNumber }))}
    </Banner>
  );
}

function OfferBanner({ state, slice }: { readonly state: ShownFile; readonly slice: FileSlice }) {
  const { t } = useTranslation();
  const { terminalIdOffer: offer, file } = state.opened;
  if (!offer || !file.editable || state.draft) return null;
  const restore = (): void =>
    void slice.write({ type: 'restore-terminal-id', value: offer.value }, ['terminal-id']);
  return (
    <Banner
      icon={IconKey}
      tone="info"
      action={<Button onClick={restore}>{t('terminals.vault.offer.restore')}</Button>}
    >
      {t('terminals.vault.offer', { value: offer.value })}
    </Banner>
  );
}

/** Why a file can only be looked at; null: it can be changed. */
function readOnlyReason({ editable, kind, rootId, path }: ConfigFile): string | null {
  if (editable) return null;
  if (READ_ONLY_KINDS.includes(kind)) return 'program';
  return rootId !== null && path.includes('!/') ? 'archive' : 'right';
}

/** What a person should know before touching the file: the till works, the file moved, advice about the whole. */
export function Banners(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
}): ReactNode {
  const { state, slice } = props;
  const { t } = useTranslation();
  const { opened, preview, outside, restart } = state;
  const texts = useFieldTexts(opened.file.kind);
  const reason = readOnlyReason(opened.file);
  const whole = (preview?.findings ?? opened.findings).filter(({ element }) => element === null);
  return (
    <>
      {restart && (
        <Banner icon={IconRefresh} tone="info">
          {t(`terminals.restart.${restart}`)}
        </Banner>
      )}
      {outside && (
        <Banner
          icon={IconAlertTriangle}
          tone="warning"
          action={<Button onClick={slice.reload}>{t('terminals.outside.reload')}</Button>}
        >
          {t('terminals.outside')}
        </Banner>
      )}
      <TillBanner state={state} />
      <OfferBanner state={state} slice={slice} />
      {reason && (
        <Banner icon={IconLock} tone="info">
          {t(`terminals.read-only.${reason}`)}
        </Banner>
      )}
      {whole.map((finding) => (
        <Banner
          key={finding.code}
          icon={finding.level === 'note' ? IconInfoCircle : IconAlertTriangle}
          tone={finding.level === 'note' ? 'info' : 'warning'}
        >
          {texts.finding(finding)}
        </Banner>
      ))}
    </>
  );
}
