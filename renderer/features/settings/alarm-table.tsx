import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../main/contract/settings.ts';
import styles from './settings.module.css';

type Alarms = PersonalSettings['alarms'];

const KINDS = ['new', 'time-to-cook', 'late'] as const;
const WAYS = ['sound', 'notice'] as const;

/** Sound and desktop notice for each kind of alarm. */
export function AlarmTable(props: {
  readonly alarms: Alarms;
  readonly onSave: (patch: Partial<Alarms>) => void;
}): ReactNode {
  const { alarms, onSave } = props;
  const { t } = useTranslation();
  const name = (key: string): string => t(`settings.alarms.${key}`);
  return (
    <table className={styles.alarms}>
      <thead>
        <tr>
          <th scope="col">{name('when')}</th>
          {WAYS.map((way) => (
            <th key={way} scope="col">
              {name(way)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{name(kind)}</th>
            {WAYS.map((way) => (
              <td key={way}>
                <Switch
                  aria-label={`${name(kind)}: ${name(way)}`}
                  checked={alarms[kind][way]}
                  onChange={({ currentTarget }) =>
                    onSave({ [kind]: { ...alarms[kind], [way]: currentTarget.checked } })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
