import { Select, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigField } from '../../../main/contract/config-files.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './form.module.css';

/** What every way of entering a value takes. */
export type InputProps = Readonly<{
  /** Id of the element that holds the field's name. */
  labelledBy: string;
  describedBy: string;
  value: string | null;
  /** No value on purpose. */
  nil: boolean;
  invalid: boolean;
  readOnly: boolean;
  onChange: (value: string) => void;
}>;

const isOn = (value: string | null): boolean =>
  value !== null && ['true', '1'].includes(value.trim().toLowerCase());

function BooleanInput({ value, ...props }: InputProps): ReactNode {
  const { t } = useTranslation();
  const state = value === null ? 'absent' : isOn(value) ? 'on' : 'off';
  return (
    <Switch
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      checked={isOn(value)}
      disabled={props.readOnly}
      label={t(`terminals.switch.${state}`)}
      onChange={(event) => props.onChange(event.currentTarget.checked ? 'true' : 'false')}
    />
  );
}

/** `мс = 30 с`: milliseconds are nobody's unit. */
function useUnit(unit: 'ms' | 's' | null, value: string | null): string {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (unit === null) return '';
  if (unit === 's') return t('terminals.unit.s');
  const ms = value !== null && /^\s*\d{1,12}\s*$/.test(value) ? Number(value) : null;
  if (ms === null) return t('terminals.unit.ms');
  return t('terminals.unit.ms-is', { seconds: number(ms / 1000, ms % 1000 === 0 ? 0 : 3) });
}

function TextValue(props: InputProps & { readonly field: ConfigField }): ReactNode {
  const { field, value } = props;
  const { t } = useTranslation();
  const type = field.known?.value;
  const unit = useUnit(type?.type === 'integer' ? type.unit : null, value);
  const numeric = type?.type === 'integer';
  return (
    <div className={styles.inputLine}>
      <TextInput
        className={numeric ? styles.numeric : styles.wide}
        classNames={{ input: styles.code ?? '' }}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        error={props.invalid}
        inputMode={numeric ? 'numeric' : 'text'}
        spellCheck={false}
        autoComplete="off"
        placeholder={
          value === null ? t('terminals.absent') : props.nil ? t('terminals.no-value') : ''
        }
        readOnly={props.readOnly}
        value={value ?? ''}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {unit !== '' && <span className={styles.unit}>{unit}</span>}
    </div>
  );
}

function ChoiceInput(props: InputProps & { readonly values: readonly string[] }): ReactNode {
  const { value, values } = props;
  // A value that is not on the list stays visible: it is what the file holds.
  const all = value === null || values.includes(value) ? values : [value, ...values];
  return (
    <Select
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      error={props.invalid}
      data={[...all]}
      value={value}
      allowDeselect={false}
      readOnly={props.readOnly}
      onChange={(next) => next !== null && props.onChange(next)}
    />
  );
}

/** A switch, a list or a line of text, by the type of the value; a switch only for what it can say. */
export function FieldInput(props: InputProps & { readonly field: ConfigField }): ReactNode {
  const { field, ...input } = props;
  const type = field.known?.value;
  if (type?.type === 'choice') return <ChoiceInput {...input} values={type.values} />;
  if (type?.type === 'boolean' && !input.nil && isBoolean(input.value))
    return <BooleanInput {...input} />;
  return <TextValue {...input} field={field} />;
}

const isBoolean = (value: string | null): boolean =>
  value === null || ['true', 'false', '1', '0'].includes(value.trim().toLowerCase());
