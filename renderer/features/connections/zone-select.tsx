import { Select } from '@mantine/core';
import type { i18n } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type ZoneChoice = Readonly<{ value: string; label: string }>;

const byLanguage = new Map<string, readonly ZoneChoice[]>();

/** `UTC+7` now. */
function offsetOf(zone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  const part = format.formatToParts(Date.now()).find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? '').replace('GMT', 'UTC').replace('-', '\u2212');
}

/** The city people know the zone by; where no text names it, the zone's own name says it. */
function labelOf(i18n: i18n, zone: string): string {
  const key = `connections.city.${zone}`;
  const city = i18n.exists(key) ? [i18n.t(key)] : [];
  return [offsetOf(zone), ...city, zone].join(' · ');
}

/** Every zone this machine knows; made once a language, since it takes a while. */
function zoneChoices(i18n: i18n): readonly ZoneChoice[] {
  const known = byLanguage.get(i18n.language);
  if (known) return known;
  const named = (zone: string): number => (i18n.exists(`connections.city.${zone}`) ? 0 : 1);
  const zones = Intl.supportedValuesOf('timeZone');
  // Zones with a named city are those the vendor's markets live in: they come first.
  const choices = zones
    .toSorted((left, right) => named(left) - named(right))
    .map((value) => ({ value, label: labelOf(i18n, value) }));
  byLanguage.set(i18n.language, choices);
  return choices;
}

/** A time zone, found by its offset, city or name. */
export function ZoneSelect(props: {
  readonly className: string;
  readonly value: string;
  readonly description: string;
  readonly onChange: (zone: string) => void;
}): ReactNode {
  const { className, value, description, onChange } = props;
  const { t, i18n } = useTranslation();
  // oxlint-disable-next-line react/exhaustive-deps -- the texts change with the language only
  const choices = useMemo(() => zoneChoices(i18n), [i18n, i18n.language]);
  const known = choices.some((choice) => choice.value === value);
  return (
    <Select
      className={className}
      label={t('connections.zone')}
      description={description}
      inputWrapperOrder={['label', 'input', 'description']}
      data={known ? choices : [{ value, label: labelOf(i18n, value) }, ...choices]}
      value={value}
      searchable
      limit={80}
      allowDeselect={false}
      nothingFoundMessage={t('connections.zone.none')}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
