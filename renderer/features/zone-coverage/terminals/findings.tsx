import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageFinding, CoverageTerminal } from '../../../../main/contract/zone-coverage.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { spansText } from '../week-text.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';

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

type Of<Kind extends CoverageFinding['kind']> = Extract<CoverageFinding, { kind: Kind }>;

const isOf =
  <Kind extends CoverageFinding['kind']>(kind: Kind) =>
  (finding: CoverageFinding): finding is Of<Kind> =>
    finding.kind === kind;

const quoted = (findings: readonly { readonly zone: string }[]): string =>
  findings.map(({ zone }) => `«${zone}»`).join(', ');

/** Sentences in the order of the findings; what is said of many zones is said once. */
function sentencesOf(
  t: TFunction,
  findings: readonly CoverageFinding[],
  name: Names,
): readonly string[] {
  const lost = findings.filter(isOf('unknown-zone'));
  const gaps = findings.filter(isOf('hours-gap'));
  const others = findings.filter(({ kind }) => kind !== 'unknown-zone' && kind !== 'hours-gap');
  const together = (alike: readonly CoverageFinding[], sentence: () => string): string[] =>
    alike.length < 2 ? alike.map((one) => findingText(t, one, name)) : [sentence()];
  const closed = Map.groupBy(gaps, ({ spans }) => spansText(t, spans));
  return [
    ...together(lost, () => t('zone-coverage.finding.unknown-zones', { zones: quoted(lost) })),
    ...others.map((finding) => findingText(t, finding, name)),
    ...[...closed].flatMap(([hours, alike]) =>
      together(alike, () => t('zone-coverage.finding.hours-gaps', { hours, zones: quoted(alike) })),
    ),
  ];
}

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
      <h2 className={sharedStyles.title}>
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
