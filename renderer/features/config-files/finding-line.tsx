import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ConfigFinding,
  FindingLevel,
} from '../../../main/domain/config-files/config-finding.ts';
import type { Fix } from './fixes.ts';
import styles from './form.module.css';

const MARKS = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle };

/** One thing to know, by its weight, with the button that cures it. */
export function FindingLine(props: {
  readonly finding: Readonly<{ level: FindingLevel }> & Partial<ConfigFinding>;
  readonly text: string;
  readonly fix: Fix | null;
  readonly onFix: (edits: Fix['edits']) => void;
}): ReactNode {
  const { finding, text, fix, onFix } = props;
  const { t } = useTranslation();
  const Mark = MARKS[finding.level];
  return (
    <span className={styles[finding.level]}>
      <Mark size={16} stroke={1.75} aria-label={t(`terminals.level.${finding.level}`)} />
      <span className={styles.findingText}>
        {text}{' '}
        {fix && (
          <Button variant="subtle" size="compact-xs" onClick={() => onFix(fix.edits)}>
            {t(`terminals.fix.${fix.name}`, { value: fix.value })}
          </Button>
        )}
      </span>
    </span>
  );
}
