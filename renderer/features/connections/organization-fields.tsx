import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionOrganization } from '../../../main/contract/connections.ts';
import styles from './form.module.css';
import type { OrganizationDraft } from './organization-draft.ts';
import { ZoneSelect } from './zone-select.tsx';

/** A night may end at noon at the latest (`architecture.md` 5). */
const HOURS = Array.from({ length: 13 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

type Props = Readonly<{
  organization: ConnectionOrganization;
  draft: OrganizationDraft;
  onChange: (draft: OrganizationDraft) => void;
}>;

function VenueChoice({ organization, draft, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const { venues } = organization;
  if (venues.length === 0) return <p className={styles.note}>{t('connections.venues.none')}</p>;
  const toggle = (id: number, chosen: boolean): void => {
    const others = draft.chosenVenueIds.filter((one) => one !== id);
    onChange({ ...draft, chosenVenueIds: chosen ? [...others, id] : others });
  };
  const count = draft.chosenVenueIds.length;
  const summary =
    count === 0
      ? t('connections.venues.all', { count: venues.length })
      : t('connections.venues.some', { count, total: venues.length });
  return (
    <div className={styles.choice} role="group" aria-label={t('connections.venues')}>
      <p className={styles.note}>{summary}</p>
      <div className={styles.venues}>
        {venues.map((venue) => (
          <Checkbox
            key={venue.id}
            label={venue.name || t('connections.venue.unnamed')}
            description={venue.address}
            checked={draft.chosenVenueIds.includes(venue.id)}
            onChange={(event) => toggle(venue.id, event.currentTarget.checked)}
          />
        ))}
      </div>
    </div>
  );
}

/** Zone, closing hour and venues of one organization; `only` hides the choice of the organization. */
export function OrganizationFields(props: Props & { readonly only: boolean }): ReactNode {
  const { organization, draft, onChange, only } = props;
  const { t } = useTranslation();
  const guessed = draft.zone === organization.zone && organization.zoneOrigin === 'vendor';
  return (
    <section className={styles.group} aria-label={organization.name}>
      {only ? (
        <strong className={styles.groupTitle}>{organization.name}</strong>
      ) : (
        <Checkbox
          label={<span className={styles.groupTitle}>{organization.name}</span>}
          checked={draft.chosen}
          onChange={(event) => onChange({ ...draft, chosen: event.currentTarget.checked })}
        />
      )}
      <div className={styles.row}>
        <ZoneSelect
          className={styles.wide ?? ''}
          value={draft.zone}
          description={t(guessed ? 'connections.zone.guessed' : 'connections.zone.set')}
          onChange={(zone) => onChange({ ...draft, zone })}
        />
        <Select
          label={t('connections.closing-hour')}
          description={t('connections.closing-hour.note')}
          inputWrapperOrder={['label', 'input', 'description']}
          data={HOURS}
          value={String(draft.closingHour)}
          allowDeselect={false}
          onChange={(hour) => onChange({ ...draft, closingHour: Number(hour) })}
        />
      </div>
      <VenueChoice organization={organization} draft={draft} onChange={onChange} />
    </section>
  );
}
