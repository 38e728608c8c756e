import { Select } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type ZoneChoice = Readonly<{ value: string; label: string }>;

const byLanguage = new Map<string, readonly ZoneChoice[]>();

function partOf(zone: string, language: string, style: 'shortOffset' | 'longGeneric'): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style });
  const part = format.formatToParts(Date.now()).find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? '').replace('GMT', 'UTC').replace('-', '\u2212');
}

/** Every zone this machine knows, west to east; made once a language, since it takes a while. */
function zoneChoices(language: string): readonly ZoneChoice[] {
  const known = byLanguage.get(language);
  if (known) return known;
  const choices = Intl.supportedValuesOf('timeZone').map((zone) => ({
    value: zone,
    label: `${partOf(zone, 'en', 'shortOffset')} · ${partOf(zone, language, 'longGeneric')} · ${zone}`,
  }));
  byLanguage.set(language, choices);
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
  const choices = useMemo(() => zoneChoices(i18n.language), [i18n.language]);
  const known = choices.some((choice) => choice.value === value);
  return (
    <Select
      className={className}
      label={t('connections.zone')}
      description={description}
      inputWrapperOrder={['label', 'input', 'description']}
      data={known ? choices : [{ value, label: value }, ...choices]}
      value={value}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('connections.zone.none')}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
