import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import shared from '../zones.module.css';
import styles from './findings-list.module.css';
import { findingText } from './finding-text.ts';
import { planAll, planOne, repairsOf, type Planned } from './repair-choices.ts';

const SHOWN = 30;

type Offer = Readonly<{ title: string; plan: Planned }>;

type Props = Readonly<{
  zones: readonly DrawnZone[];
  findings: readonly ZoneFinding[];
  cities: readonly Position[];
  mayEdit: boolean;
  /** Whether the map shows a repair: a step taken meanwhile ends that, and the offer with it. */
  previewing: boolean;
  onShow: (finding: ZoneFinding) => void;
  onPreview: (zones: readonly DrawnZone[] | null) => void;
  onTake: (title: string, zones: readonly DrawnZone[]) => void;
}>;

/** What iiko would refuse, each with its repairs; a repair is looked at before it is taken. */
export function FindingsList(props: Props): ReactNode {
  const { zones, findings, cities, mayEdit, previewing, onShow, onPreview, onTake } = props;
  const { t } = useTranslation();
  const [asked, setOffer] = useState<Offer | null>(null);
  const offer = previewing ? asked : null;
  const section = useFocusAfter(offer);
  const look = (title: string, plan: Planned): void => {
    setOffer({ title, plan });
    onPreview(plan.zones);
  };
  const close = (taken: boolean): void => {
    if (taken && offer) onTake(offer.title, offer.plan.zones);
    else onPreview(null);
    setOffer(null);
  };
  if (findings.length === 0) return zones.length === 0 ? null : <Ready />;
  return (
    <section
      ref={section}
      data-part="findings"
      className={styles.findings}
      aria-label={t('zone-map.findings')}
    >
      <header className={`${shared.heads} ${styles.findingsHead}`}>
        <h2>{t('zone-map.findings.count', { count: findings.length })}</h2>
        {mayEdit && !offer && (
          <Button
            variant="filled"
            onClick={() =>
              look(t('zone-map.repair.all'), planAll(zones, t('zone-map.unnamed'), cities))
            }
          >
            {t('zone-map.repair.all')}
          </Button>
        )}
      </header>
      {offer && <OfferCard offer={offer} onClose={close} />}
      <ul className={shared.plain}>
        {gravest(findings).map((finding) => (
          <FindingRow
            key={keyOf(finding)}
            finding={finding}
            onShow={onShow}
            onRepair={
              mayEdit && !offer
                ? (title, repair) => look(title, planOne(zones, repair, cities))
                : null
            }
          />
        ))}
      </ul>
      <More count={findings.length - SHOWN} />
    </section>
  );
}

/** What iiko refuses goes before what it only may dislike. */
const gravest = (findings: readonly ZoneFinding[]): readonly ZoneFinding[] =>
  findings
    .toSorted((one, other) => Number(other.level === 'error') - Number(one.level === 'error'))
    .slice(0, SHOWN);

const keyOf = ({ kind, zones, at }: ZoneFinding): string =>
  JSON.stringify([kind, zones.map(({ id }) => id), at]);

/** An offer that closes leaves the keys to the findings that are left. */
function useFocusAfter(offer: Offer | null): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const before = useRef(offer);
  useEffect(() => {
    const closed = before.current !== null && offer === null;
    before.current = offer;
    if (closed && document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>('button')?.focus();
  }, [offer]);
  return section;
}

function More({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation();
  return count > 0 && <p className={shared.quiet}>{t('zone-map.findings.more', { count })}</p>;
}

function Ready(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={shared.good}>
      <IconCircleCheck size={16} aria-hidden /> {t('zone-map.ready')}
    </p>
  );
}

function OfferCard(props: {
  readonly offer: Offer;
  readonly onClose: (taken: boolean) => void;
}): ReactNode {
  const { offer, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { changed, movedM2 } = offer.plan;
  const card = useRef<HTMLDivElement>(null);
  // The button that asked for it is gone: by keys the next thing is to take it or to leave it.
  useEffect(() => card.current?.querySelector<HTMLElement>('button:enabled')?.focus(), []);
  return (
    <div ref={card} className={styles.offer} role="group" aria-label={offer.title}>
      <strong>{offer.title}</strong>
      <span>
        {changed === 0
          ? t('zone-map.repair.nothing')
          : t('zone-map.repair.preview', {
              count: changed,
              area: format.number(Math.round(movedM2)),
            })}
      </span>
      <div className={shared.buttons}>
        <Button variant="filled" disabled={changed === 0} onClick={() => onClose(true)}>
          {t('zone-map.repair.take')}
        </Button>
        <Button onClick={() => onClose(false)}>{t('zone-map.repair.leave')}</Button>
      </div>
    </div>
  );
}

function FindingRow(props: {
  readonly finding: ZoneFinding;
  readonly onShow: (finding: ZoneFinding) => void;
  readonly onRepair:
    | ((title: string, repair: ReturnType<typeof repairsOf>[number]['repair']) => void)
    | null;
}): ReactNode {
  const { finding, onShow, onRepair } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const Mark = finding.level === 'error' ? IconAlertTriangle : IconInfoCircle;
  const text = findingText(t, format, finding);
  return (
    <li className={styles.finding} data-level={finding.level}>
      <Mark size={16} aria-label={t(`zone-map.level.${finding.level}`)} />
      <div>
        <span>{text}</span>
        <div className={styles.links}>
          {finding.at && (
            <button type="button" onClick={() => onShow(finding)}>
              {t('zone-map.finding.show')}
            </button>
          )}
          {onRepair &&
            repairsOf(finding, t('zone-map.unnamed')).map(({ id, repair }) => {
              const [one, other] = finding.zones.map(({ name }) => name || t('zone-map.unnamed'));
              const title = t(`zone-map.repair.${id}`, { one, other });
              return (
                <button key={id} type="button" onClick={() => onRepair(title, repair)}>
                  {title}
                </button>
              );
            })}
        </div>
      </div>
    </li>
  );
}
