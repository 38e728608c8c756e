import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rehearsal, RehearsalSection } from '../../../../main/contract/zone-coverage.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from '../zone-coverage.module.css';
import { BehindFigure } from './behind-figure.tsx';
import { ChangeTiles } from './change-tiles.tsx';
import { SERVED, type Figure } from './figure.ts';
import { FlowList, type FlowRow } from './flow-list.tsx';
import { HoursTable } from './hours-table.tsx';
import { Loads } from './loads.tsx';
import { TripsAndFees } from './trips-and-fees.tsx';
import { useTerminalNames } from './use-terminal-names.ts';
import type { Side } from './use-rehearsal.ts';

const ANY = {
  zoneBefore: null,
  zoneAfter: null,
  terminalBefore: null,
  terminalAfter: null,
  hour: null,
  reason: null,
  longer: false,
} as const;

type FiguresProps = Readonly<{
  section: RehearsalSection;
  money: boolean;
  nameOf: (venueId: number) => string;
  onFigure: (figure: Figure) => void;
}>;

/** Zones and terminals: who had the orders and who has them. */
function Flows({ section, money, nameOf, onFigure }: FiguresProps): ReactNode {
  const { t } = useTranslation();
  const { currency, zones, terminals } = section;
  const rows = terminals.map(({ venueId, flow }): FlowRow => ({
    key: String(venueId),
    name: nameOf(venueId),
    flow,
  }));
  return (
    <>
      <FlowList
        currency={money ? currency : null}
        caption={t('zone-coverage.by-zone')}
        rows={zones.map(({ name, flow }) => ({ key: name, name, flow }))}
        onOpen={({ key }, { side, changes }, title) => {
          const where = side === 'before' ? { zoneBefore: key } : { zoneAfter: key };
          onFigure({ ...ANY, currency, title, changes, ...where });
        }}
      />
      <FlowList
        currency={money ? currency : null}
        caption={t('zone-coverage.by-terminal')}
        rows={rows}
        onOpen={({ key }, { side, changes, part }, title) => {
          const id = Number(key);
          const where = side === 'before' ? { terminalBefore: id } : { terminalAfter: id };
          // A zone that changes within a terminal moves nothing between terminals.
          const counted = part.startsWith('moved') ? (['moved'] as const) : changes;
          onFigure({ ...ANY, currency, title, changes: counted, ...where });
        }}
      />
    </>
  );
}

function Section(props: Omit<FiguresProps, 'nameOf'>): ReactNode {
  const { section, money, onFigure } = props;
  const { currency } = section;
  const nameOf = useTerminalNames();
  return (
    <>
      <ChangeTiles
        section={section}
        money={money}
        onOpen={(change, title) => onFigure({ ...ANY, currency, title, changes: [change] })}
        onReason={(reason, title) =>
          onFigure({ ...ANY, currency, title, changes: ['unserved', 'lost'], reason })
        }
      />
      <TripsAndFees
        section={section}
        money={money}
        onLonger={(title) =>
          onFigure({ ...ANY, currency, title, changes: SERVED.after, longer: true })
        }
      />
      <Flows {...props} nameOf={nameOf} />
      <Loads
        terminals={section.terminals}
        nameOf={nameOf}
        onOpen={(side, venueId, hour, title) => {
          const where =
            side === 'before' ? { terminalBefore: venueId } : { terminalAfter: venueId };
          onFigure({ ...ANY, currency, title, changes: SERVED[side], hour, ...where });
        }}
      />
      <HoursTable
        hours={section.hours}
        currency={money ? currency : null}
        onOpen={(hour, change, title) =>
          onFigure({ ...ANY, currency, title, changes: [change], hour })
        }
      />
    </>
  );
}

/** Figures of a rehearsal, and the orders of the one that was opened. */
export function RehearsalResult(props: {
  readonly rehearsal: Rehearsal;
  readonly before: Side;
  readonly after: Side;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [figure, setFigure] = useState<Figure | null>(null);
  const { rehearsal, before, after } = props;
  const { orders, cancelled, uncounted, waiting, sections, money, elapsedMs } = rehearsal;
  if (figure) {
    return <BehindFigure run={rehearsal.run} figure={figure} onClose={() => setFigure(null)} />;
  }
  return (
    <section aria-label={t('zone-coverage.rehearsal.result')}>
      <h2 className={styles.title}>
        {before.map.label} → {after.map.label}
      </h2>
      <p className={styles.quiet} role="status">
        {t('zone-coverage.rehearsal.replayed', {
          count: orders,
          figure: format.number(orders),
          seconds: format.number(elapsedMs / 1000, 1),
        })}{' '}
        {t('zone-coverage.rehearsal.left-out', {
          cancelled: format.number(cancelled),
          uncounted: format.number(uncounted),
        })}
      </p>
      {waiting > 0 && (
        <p className={styles.warned}>{t('zone-coverage.rehearsal.waiting', { count: waiting })}</p>
      )}
      {sections.map((section) => (
        <Section key={section.currency} section={section} money={money} onFigure={setFigure} />
      ))}
    </section>
  );
}
