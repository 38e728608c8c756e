import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IikoZones, ZoneMap } from '../../../../main/contract/zones.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { Differences } from '../panel/differences.tsx';
import shared from '../zones.module.css';
import styles from './hand-over.module.css';
import { useHandOver, type HandOver } from './use-hand-over.ts';

/** The way of the zones into iiko, which the API can not write: each step is ticked when it is so. */
export function HandOverDialog(props: {
  readonly map: ZoneMap;
  readonly errors: number;
  readonly iiko: readonly IikoZones[];
  readonly onClose: () => void;
}): ReactNode {
  const { map, errors, iiko, onClose } = props;
  const { t } = useTranslation();
  const way = useHandOver(map.newest, map.changed);
  const [link, setLink] = useState(way.version?.link ?? '');
  const agreed = way.link !== null && way.link.differences.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('zone-map.hand-over')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <ol className={styles.steps}>
        <StepRow done={errors === 0} hinders={errors > 0} title={t('zone-map.step.rules')}>
          {errors > 0 && <p>{t('zone-map.step.rules.text', { count: errors })}</p>}
        </StepRow>
        <StepRow done={way.version?.handedAt != null} title={t('zone-map.step.file')}>
          <p>{t('zone-map.step.file.text')}</p>
          <Button
            variant={way.version ? 'default' : 'filled'}
            loading={way.busy === 'file'}
            onClick={way.saveFile}
          >
            {t('zone-map.step.file.save')}
          </Button>
          <Wrong way={way} at="file" />
        </StepRow>
        <StepRow done={agreed} title={t('zone-map.step.link')}>
          <p>{t('zone-map.step.link.text')}</p>
          <LinkForm way={way} link={link} onLink={setLink} />
          <Wrong way={way} at="link" />
          {way.link && !agreed && (
            <>
              <p>{t('zone-map.step.link.other')}</p>
              <Differences differences={way.link.differences} />
            </>
          )}
        </StepRow>
        <PasteStep />
        <StepRow done={way.proof?.same === true} title={t('zone-map.step.proof')}>
          <Proof way={way} iiko={iiko} />
        </StepRow>
      </ol>
    </Modal>
  );
}

function PasteStep(): ReactNode {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState(false);
  return (
    <StepRow done={pasted} title={t('zone-map.step.paste')}>
      <p>{t('zone-map.step.paste.text')}</p>
      <Checkbox
        label={t('zone-map.step.paste.done')}
        checked={pasted}
        onChange={(event) => setPasted(event.currentTarget.checked)}
      />
    </StepRow>
  );
}

function StepRow(props: {
  readonly done: boolean;
  /** Whether the steps after it are in vain until this one is done. */
  readonly hinders?: boolean;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const { done, hinders = false, title, children } = props;
  const { t } = useTranslation();
  const [state, Mark] = done
    ? (['done', IconCircleCheckFilled] as const)
    : hinders
      ? (['hinders', IconAlertTriangle] as const)
      : (['open', IconCircle] as const);
  return (
    <li className={`${shared.heads} ${styles.step}`} data-state={state}>
      <Mark size={20} stroke={1.5} aria-label={t(`zone-map.step.${state}`)} />
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </li>
  );
}

function Wrong({ way, at }: { readonly way: HandOver; readonly at: HandOver['busy'] }): ReactNode {
  return way.failure?.at === at ? <FailureNotice failure={way.failure.failure} /> : null;
}

function LinkForm(props: {
  readonly way: HandOver;
  readonly link: string;
  readonly onLink: (link: string) => void;
}): ReactNode {
  const { way, link, onLink } = props;
  const { t } = useTranslation();
  return (
    <form
      className={`${shared.line} ${styles.line}`}
      onSubmit={(event) => {
        event.preventDefault();
        way.checkLink(link);
      }}
    >
      <TextInput
        label={t('zone-map.step.link.field')}
        value={link}
        onChange={(event) => onLink(event.currentTarget.value)}
      />
      <Button type="submit" loading={way.busy === 'link'} disabled={!way.version || !link.trim()}>
        {t('zone-map.step.link.check')}
      </Button>
    </form>
  );
}

function Proof(props: { readonly way: HandOver; readonly iiko: readonly IikoZones[] }): ReactNode {
  const { way, iiko } = props;
  const { t } = useTranslation();
  const [chosen, setOrganization] = useState<string | null>(null);
  // What iiko has may be read after the dialog opens.
  const organization = chosen ?? String(iiko[0]?.organizationId ?? '');
  if (iiko.length === 0) return <p>{t('zone-map.step.proof.nobody')}</p>;
  return (
    <>
      <p>{t('zone-map.step.proof.text')}</p>
      <div className={`${shared.line} ${styles.line}`}>
        <NativeSelect
          label={t('zone-map.step.proof.organization')}
          value={organization}
          data={iiko.map(({ organizationId, name }) => ({
            value: String(organizationId),
            label: name,
          }))}
          onChange={(event) => setOrganization(event.currentTarget.value)}
        />
        <Button
          loading={way.busy === 'proof'}
          disabled={!way.version}
          onClick={() => way.prove(Number(organization))}
        >
          {t('zone-map.step.proof.check')}
        </Button>
      </div>
      <Wrong way={way} at="proof" />
      {way.proof?.same && <p className={shared.good}>{t('zone-map.step.proof.same')}</p>}
      {way.proof && !way.proof.same && (
        <>
          <p>
            {t(
              way.proof.readAt === null
                ? 'zone-map.step.proof.unread'
                : 'zone-map.step.proof.other',
            )}
          </p>
          <Differences differences={way.proof.differences} />
        </>
      )}
    </>
  );
}
