import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/domain/failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { failureText, type FailureText } from '../../shared/ui/failure-text.ts';
import type { KnownStreets } from '../../../main/contract/zones.ts';
import mapStyles from './map/zone-map.module.css';

/** Why there are no streets of a real map. */
export type Lack =
  | Readonly<{ type: 'not-chosen' | 'unreachable' }>
  | Readonly<{ type: 'broken'; failure: Failure }>;

/** What is shown in place of a map of streets, and why: nobody may take it for the whole city. */
export function BaseNote(props: {
  readonly lack: Lack;
  readonly streets: KnownStreets | null;
}): ReactNode {
  const { lack, streets } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const why =
    lack.type === 'broken'
      ? sentence(failureText(i18n, lack.failure))
      : t(`zone-map.lack.${lack.type}`);
  const what =
    streets === null
      ? ''
      : t(streets.length === 0 ? 'zone-map.lack.nothing' : 'zone-map.lack.streets', {
          count: streets.length,
          streets: format.number(streets.length),
        });
  return (
    <div className={mapStyles.note} role="note">
      {why} <span>{what}</span>
    </div>
  );
}

const sentence = ({ title, why }: FailureText): string => [`${title}.`, why].join(' ');
