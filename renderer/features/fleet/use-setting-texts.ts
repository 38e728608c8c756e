import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetCell, FleetMark } from '../../../main/domain/fleet/fleet-difference.ts';

/** Texts of settings and of what is unlike the others. */
export type SettingTexts = Readonly<{
  name(setting: Readonly<{ kind: string; element: string }>): string;
  mark(mark: FleetMark): string;
  /** The values of a cell in one line; words where there are none. */
  value(cell: Pick<FleetCell, 'values' | 'marks'>): string;
}>;

/** Texts of the fleet in the language of the window. */
export function useSettingTexts(): SettingTexts {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const mark = (name: FleetMark): string => t(`fleet.mark.${name}`);
    return {
      name: ({ kind, element }) => {
        const key = `config-files.element.${kind}.${element}.name`;
        return i18n.exists(key) ? t(key) : element;
      },
      mark,
      value: ({ values, marks }) => {
        if (values.length > 0) return values.map((one) => one || t('fleet.empty-value')).join(', ');
        const place = marks.find((one) => one === 'absent' || one === 'unreadable');
        return place ? mark(place) : t('fleet.no-value');
      },
    };
  }, [t, i18n]);
}
