import { IconCircleCheck, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportMade } from '../../../main/contract/reports.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './reports.module.css';
import { useDaysText } from './settings/use-days-text.ts';

function useMadeTexts(made: ReportMade): readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const daysText = useDaysText();
  const { complete, unproven, unknown } = made.completeness;
  const all = complete + unproven + unknown;
  return [
    daysText(made.period),
    t(`report-screens.made.${made.saleDate}`),
    t('report-screens.made.model', { model: t(`report-screens.model.${made.model}`) }),
    t('report-screens.made.zones', { zones: made.zones.join(', '), count: made.zones.length }),
    t('report-screens.made.mapping', { version: made.mappingVersion }),
    made.dataAt === null
      ? t('report-screens.made.no-data')
      : t('report-screens.made.data', { at: format.moment(made.dataAt) }),
    t('report-screens.made.complete', {
      complete: format.number(complete),
      all: format.number(all),
    }),
    made.notCounted > 0 ? t('report-screens.made.not-counted', { count: made.notCounted }) : '',
    made.undated > 0 ? t('report-screens.made.undated', { count: made.undated }) : '',
  ].filter(Boolean);
}

/** All of it in one line; line by line when it is pressed. */
function MadeOf(props: {
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}): ReactNode {
  const { t } = useTranslation();
  const { texts, notes } = props;
  return (
    <Popover position="top-start">
      <Popover.Target>
        <button type="button" className={styles.madeText} title={t('report-screens.made')}>
          {texts.join(' · ')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.madeList}>
          {[...notes, ...texts].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a report is made of, in one line below it; what a reader must know stands first. */
export function MadeStrip(props: {
  readonly made: ReportMade;
  readonly notes: readonly string[];
  /** Facts of this report beside those of every one. */
  readonly more?: readonly string[];
  /** Whether the rows add up to the total; null where they do not have to. */
  readonly adds: boolean | null;
  readonly stale: boolean;
  readonly onRefresh: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { made, notes, adds, stale } = props;
  const known = notes
    .filter((note) => i18n.exists(`reports.note.${note}`))
    .map((note) => t(`reports.note.${note}`));
  const texts = [...useMadeTexts(made), ...(props.more ?? [])];
  const [note] = known;
  return (
    <footer className={styles.made}>
      {stale && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconRefresh size={12} aria-hidden />}
          onClick={props.onRefresh}
        >
          {t('report-screens.stale')}
        </Button>
      )}
      {made.pending > 0 && (
        <span className={styles.warning}>
          <IconInfoCircle size={14} aria-hidden />
          {t('report-screens.made.pending', { count: made.pending })}
        </span>
      )}
      {note !== undefined && (
        <span className={styles.warning} title={known.join(' ')}>
          <IconInfoCircle size={14} aria-hidden />
          <span>{note}</span>
        </span>
      )}
      {adds === true && (
        <span className={styles.adds}>
          <IconCircleCheck size={14} aria-hidden />
          {t('report-screens.adds')}
        </span>
      )}
      <MadeOf texts={texts} notes={known} />
    </footer>
  );
}
