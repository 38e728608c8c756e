import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { draftedMapping } from '../../../main/domain/status-mapping/mapping-history.ts';
import { STATUS_GROUPS } from '../../../main/domain/status-mapping/status-group.ts';
import {
  mappingDifference,
  mappingOf,
} from '../../../main/domain/status-mapping/status-mapping.ts';
import { consequenceOf, movedTally } from '../../../main/domain/status-mapping/status-totals.ts';
import styles from './status-mapping.module.css';
import type { Moves } from './use-moves.ts';
import type { WriteTally } from './write-tally.ts';

/** What the draft changes of what is in force, over all organizations. */
export function draftOutcome(board: StatusBoard) {
  const inForce = mappingOf(board.entries);
  const drafted = draftedMapping(inForce, board.draft);
  return {
    changes: mappingDifference(inForce, drafted).length,
    consequence: consequenceOf(inForce, drafted, board.totals),
    moved: movedTally(inForce, drafted, board.totals),
  };
}

/** What will change group by group, in words and figures. */
function Consequence(props: {
  readonly board: StatusBoard;
  readonly write: WriteTally;
}): ReactNode {
  const { board, write } = props;
  const { t } = useTranslation();
  const { changes, consequence, moved } = draftOutcome(board);
  if (changes === 0) return <span>{t('status-mapping.draft.same')}</span>;
  return (
    <>
      <strong>{t('status-mapping.draft.changes', { count: changes })}</strong>
      {moved.orders === 0 && moved.sums.size === 0 && (
        <span>{t('status-mapping.draft.no-orders')}</span>
      )}
      {STATUS_GROUPS.map((group) => {
        const difference = write.difference(consequence[group]);
        return (
          difference !== '' && (
            <span key={group} className={styles.effect}>
              {t(`status-mapping.group.${group}`)} <b>{difference}</b>
            </span>
          )
        );
      })}
    </>
  );
}

/** The draft: what it changes, step back and forth, drop it, put it in force. */
export function DraftBar(props: {
  readonly board: StatusBoard;
  readonly write: WriteTally;
  readonly moves: Moves;
}): ReactNode {
  const { board, write, moves } = props;
  const { t } = useTranslation();
  const done = board.draft.some(({ undone }) => !undone);
  const undone = board.draft.some((step) => step.undone);
  if (!done && !undone) return null;
  return (
    <section className={styles.draft} aria-label={t('status-mapping.draft')}>
      <p className={styles.outcome} role="status">
        {done ? <Consequence board={board} write={write} /> : t('status-mapping.draft.empty')}
      </p>
      <div className={styles.draftButtons}>
        <Button
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={!done}
          onClick={moves.undo}
        >
          {t('status-mapping.undo')}
        </Button>
        <Button
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          disabled={!undone}
          onClick={moves.redo}
        >
          {t('status-mapping.redo')}
        </Button>
        <Button disabled={!done} onClick={moves.discard}>
          {t('status-mapping.discard')}
        </Button>
        <Button variant="filled" disabled={draftOutcome(board).changes === 0} onClick={moves.apply}>
          {t('status-mapping.apply')}
        </Button>
      </div>
    </section>
  );
}
