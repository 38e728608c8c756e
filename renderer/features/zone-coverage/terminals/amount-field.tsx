import { NumberInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { minorDigits } from '../../../../main/domain/money.ts';

/** A number that is saved when the field is left; null where it is empty. */
export function AmountField(props: {
  readonly label: string;
  readonly value: number | null;
  /** Digits after the comma: money is in minor units. */
  readonly digits: number;
  readonly suffix?: string;
  readonly disabled: boolean;
  readonly least?: number;
  readonly onSave: (value: number | null) => void;
}): ReactNode {
  const { label, value, digits, disabled, onSave } = props;
  const shown = value === null ? '' : value / 10 ** digits;
  const [typed, setTyped] = useState<number | string | null>(null);
  const save = (): void => {
    setTyped(null);
    const meant = typed === '' ? null : Math.round(Number(typed) * 10 ** digits);
    if (typed !== null && meant !== value) onSave(meant);
  };
  return (
    <NumberInput
      label={label}
      value={typed ?? shown}
      min={props.least ?? 0}
      max={10_000_000}
      decimalScale={digits}
      suffix={props.suffix ?? ''}
      placeholder="—"
      hideControls
      disabled={disabled}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/** Money of a currency. */
export function MoneyField(
  props: Readonly<{
    label: string;
    value: number | null;
    currency: string;
    disabled: boolean;
    onSave: (value: number | null) => void;
  }>,
): ReactNode {
  const { currency, ...field } = props;
  return <AmountField {...field} digits={minorDigits(currency)} />;
}
