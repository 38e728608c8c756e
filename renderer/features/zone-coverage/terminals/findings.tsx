import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageFinding, CoverageTerminal } from '../../../../main/contract/zone-coverage.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { spansText } from '../week-text.ts';
import styles from '../zone-coverage.module.css';

type Names = (venueId: number) => string;

function findingText(t: TFunction, finding: CoverageFinding, name: Names): string {
  const key = `zone-coverage.finding.${finding.kind}`;
  switch (finding.kind) {
    case 'zone-without-terminal':
    case 'unknown-zone':
      return t(key, { zone: finding.zone });
    case 'terminal-without-zone':
      return t(key, { terminal: name(finding.venueId) });
    case 'unknown-terminal':
      return t(key, { zone: finding.zone });
    case 'never-open':
      return t(key, { zone: finding.zone, terminal: name(finding.venueId) });
    case 'hours-gap':
      return t(key, { zone: finding.zone, hours: spansText(t, finding.spans) });
    case 'hours-overlap':
      return t(key, {
        zone: finding.zone,
        terminals: finding.venueIds.map(name).join(', '),
        hours: spansText(t, finding.spans),
      });
    default:
      return assertNever(finding);
  }
}

type Gap = Extract<CoverageFinding, { kind: 'hours-gap' }>;

const isGap = (finding: CoverageFinding): finding is Gap => finding.kind === 'hours-gap';

/** Sentences in the order of the findings; zones that are closed at the same times share one. */
function sentencesOf(
  t: TFunction,
  findings: readonly CoverageFinding[],
  name: Names,
): readonly string[] {
  const gaps = Map.groupBy(findings.filter(isGap), ({ spans }) => spansText(t, spans));
  const shared = [...gaps].flatMap(([hours, zones]) =>
    zones.length < 2
      ? zones.map((gap) => findingText(t, gap, name))
      : [t('zone-coverage.finding.hours-gaps', { hours, zones: zones.map(quoted).join(', ') })],
  );
  const others = findings.filter((finding) => !isGap(finding));
  return [...others.map((finding) => findingText(t, finding, name)), ...shared];
}

const quoted = ({ zone }: Gap): string => `«${zone}»`;

/** What is wrong or doubtful, each in a sentence. */
export function Findings(props: {
  readonly findings: readonly CoverageFinding[];
  readonly terminals: readonly CoverageTerminal[];
}): ReactNode {
  const { t } = useTranslation();
  const { findings, terminals } = props;
  const name: Names = (venueId) =>
    terminals.find(({ id }) => id === venueId)?.name ?? t('zone-coverage.unknown-terminal');
  const sentences = sentencesOf(t, findings, name);
  if (sentences.length === 0) {
    return (
      <p className={styles.good} role="status">
        <IconCircleCheck size={16} aria-hidden />
        {t('zone-coverage.findings.none')}
      </p>
    );
  }
  return (
    <section aria-label={t('zone-coverage.findings')}>
      <h2 className={styles.title}>
        {t('zone-coverage.findings.count', { count: sentences.length })}
      </h2>
      <ul className={styles.findings}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
