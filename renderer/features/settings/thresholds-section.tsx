import { NumberInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonal } from '../../bridge/session-context.tsx';
import { SettingRow } from './setting-row.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingChange } from './use-setting-change.ts';

function Minutes(props: {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onSave: (minutes: number) => void;
}): ReactNode {
  const { id, value, min, max, onSave } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string | null>(null);
  const save = (): void => {
    setTyped(null);
    if (typeof typed === 'number' && typed !== value && typed >= min && typed <= max) onSave(typed);
  };
  return (
    <NumberInput
      id={id}
      w={110}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      suffix={t('settings.thresholds.suffix')}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/** How long before the promise an order turns amber, then red. */
export function ThresholdsSection(): ReactNode {
  const { t } = useTranslation();
  const { riskMinutes, highRiskMinutes } = usePersonal();
  const change = useSettingChange();
  const risk = t('settings.thresholds.risk');
  const high = t('settings.thresholds.high');
  return (
    <>
      <SettingsGroup title={t('settings.section.thresholds')}>
        <SettingRow title={risk} note={t('settings.thresholds.risk.note')} htmlFor="risk-minutes">
          <Minutes
            id="risk-minutes"
            value={riskMinutes}
            min={highRiskMinutes + 1}
            max={240}
            onSave={(value) => change(risk, { riskMinutes: value })}
          />
        </SettingRow>
        <SettingRow title={high} note={t('settings.thresholds.high.note')} htmlFor="high-minutes">
          <Minutes
            id="high-minutes"
            value={highRiskMinutes}
            min={1}
            max={riskMinutes - 1}
            onSave={(value) => change(high, { highRiskMinutes: value })}
          />
        </SettingRow>
      </SettingsGroup>
    </>
  );
}
