import { NativeSelect } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CoverageState,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { DRAFT, type PanelProps } from '../map-option.ts';
import styles from '../zone-coverage.module.css';
import { Checklist } from './checklist.tsx';
import { CityAndDistricts } from './city-and-districts.tsx';
import { SharedTerms } from './shared-terms.tsx';
import { Findings } from './findings.tsx';
import { TerminalList } from './terminal-list.tsx';
import { findingsOf, zonesOf } from './of-organization.ts';
import { useCoverage, type CoverageEdits } from './use-coverage.ts';
import { ZoneRows } from './zone-rows.tsx';

function Organization(props: {
  readonly organization: OrganizationCoverage;
  readonly state: CoverageState;
  readonly edits: CoverageEdits;
  readonly onShow: PanelProps['onShow'];
}): ReactNode {
  const { organization, state, edits, onShow } = props;
  const may = state.mayEdit;
  const terminals = state.terminals.filter(
    ({ organizationId }) => organizationId === organization.id,
  );
  return (
    <>
      <Findings findings={findingsOf(state, organization)} terminals={state.terminals} />
      <ZoneRows
        organization={organization}
        zones={zonesOf(state, organization)}
        terminals={terminals}
        edits={may ? edits : null}
      />
      <SharedTerms organization={organization} edits={may ? edits : null} />
      <Checklist organization={organization} terminals={state.terminals} />
      <TerminalList terminals={terminals} edits={may ? edits : null} onShow={onShow} />
      <CityAndDistricts organization={organization} edits={may ? edits : null} />
    </>
  );
}

/** Who serves each zone, when and on which terms; what is wrong with it, and what is to be entered in iiko. */
export function TerminalsPanel({ onShow }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const { reading, read, edits } = useCoverage(DRAFT);
  const [chosen, setChosen] = useState<number | null>(null);
  switch (reading.type) {
    case 'loading':
      return <div className={styles.panel} aria-busy="true" />;
    case 'failed':
      return (
        <div className={styles.panel}>
          <FailureNotice failure={reading.failure} onRetry={() => void read()} />
        </div>
      );
    case 'shown': {
      const { organizations } = reading.state;
      const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0];
      if (!organization) {
        return (
          <EmptyState
            icon={IconClockHour4}
            title={t('zone-coverage.terminals.empty')}
            text={t('zone-coverage.terminals.empty.text')}
          />
        );
      }
      return (
        <div className={styles.panel}>
          {organizations.length > 1 && (
            <NativeSelect
              size="xs"
              label={t('zone-coverage.organization')}
              value={organization.id}
              data={organizations.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
            />
          )}
          <Organization
            key={organization.id}
            organization={organization}
            state={reading.state}
            edits={edits}
            onShow={onShow}
          />
        </div>
      );
    }
    default:
      return assertNever(reading);
  }
}
