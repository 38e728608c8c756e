import { useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addTallies, type Tally } from '../../../main/domain/status-mapping/status-totals.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import type { BoardLane } from './board-model.ts';
import styles from './board.module.css';
import { GROUP_ICONS } from './group-icons.ts';
import { StatusCard } from './status-card.tsx';
import type { Moves } from './use-moves.ts';
import type { WriteTally } from './write-tally.ts';

/** What a lane holds, and while a card is carried what it would hold and by how much it differs. */
function LaneFigures(props: {
  readonly lane: BoardLane;
  readonly shift: Tally | null;
  readonly write: WriteTally;
}): ReactNode {
  const { lane, shift, write } = props;
  const { t } = useTranslation();
  const after = shift ? addTallies(lane.tally, shift) : lane.tally;
  const difference = shift ? write.difference(shift) : '';
  return (
    <>
      {difference === '' ? (
        <p className={styles.meaning}>{t(`status-mapping.meaning.${lane.group}`)}</p>
      ) : (
        <p className={styles.shift} data-less={(shift?.orders ?? 0) < 0 || undefined}>
          {difference}
        </p>
      )}
      <div className={styles.figures} data-shift={difference !== '' || undefined}>
        <span className={styles.count}>{write.orders(after)}</span>
        <span className={styles.sum}>{write.money(after) || '\u00A0'}</span>
      </div>
    </>
  );
}

/** One group of statuses: a place to drop on. */
export function Lane(props: {
  readonly lane: BoardLane;
  /** What the card that is carried would change here. */
  readonly shift: Tally | null;
  readonly write: WriteTally;
  readonly moves: Moves | null;
}): ReactNode {
  const { lane, shift, write, moves } = props;
  const { group, cards } = lane;
  const { t } = useTranslation();
  const format = useFormat();
  const drop = useDroppable({ id: group });
  const Mark = GROUP_ICONS[group];
  const empty = group === 'unmapped' ? 'status-mapping.all-placed' : 'status-mapping.empty-lane';
  return (
    <section
      ref={drop.setNodeRef}
      className={styles.lane}
      data-group={group}
      data-over={drop.isOver || undefined}
      data-filled={cards.length > 0 || undefined}
      aria-labelledby={`lane-${group}`}
    >
      <header className={styles.laneHead}>
        <h2 id={`lane-${group}`} className={styles.laneName}>
          <Mark size={16} stroke={1.75} aria-hidden />
          {t(`status-mapping.group.${group}`)}
          <span className={styles.cardCount}>{format.number(cards.length)}</span>
        </h2>
        <LaneFigures lane={lane} shift={shift} write={write} />
      </header>
      {cards.length === 0 ? (
        <p className={styles.empty}>{t(empty)}</p>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <StatusCard key={card.key} card={card} write={write} moves={moves} />
          ))}
        </ul>
      )}
    </section>
  );
}
