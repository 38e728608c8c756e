import { useDraggable } from '@dnd-kit/core';
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCard } from './board-model.ts';
import styles from './board.module.css';
import statusCardStyles from './status-card.module.css';
import { CardMenu } from './card-menu.tsx';
import type { Moves } from './use-moves.ts';
import { statusName, systemName } from './status-texts.ts';
import type { WriteTally } from './write-tally.ts';

/** Name, vendor's own name, system, orders and money. */
export function CardFace(props: {
  readonly card: BoardCard;
  readonly write: WriteTally;
}): ReactNode {
  const { card, write } = props;
  const { t } = useTranslation();
  const name = statusName(t, card);
  return (
    <>
      <span className={statusCardStyles.cardHead}>
        <span className={statusCardStyles.dot} data-stage={card.stage} aria-hidden />
        <span className={statusCardStyles.name}>{name}</span>
        <span className={statusCardStyles.system}>{systemName(t, card.system)}</span>
      </span>
      {card.seen && (
        <span className={statusCardStyles.cardFigures}>
          <span>{write.whole(card.tally)}</span>
          {card.status !== name && <code className={statusCardStyles.code}>{card.status}</code>}
        </span>
      )}
    </>
  );
}

/** Marks of a card: moved by the draft, an organization's own word, exceptions from it. */
function CardMarks({ card }: { readonly card: BoardCard }): ReactNode {
  const { t } = useTranslation();
  const { movedFrom, own, exceptions } = card;
  if (!movedFrom && !own && exceptions === 0) return null;
  return (
    <span className={statusCardStyles.marks}>
      {movedFrom && (
        <span className={statusCardStyles.moved}>
          {t('status-mapping.was', { group: t(`status-mapping.group.${movedFrom}`) })}
        </span>
      )}
      {own && <span className={statusCardStyles.mark}>{t('status-mapping.own')}</span>}
      {exceptions > 0 && (
        <Tooltip label={t('status-mapping.exceptions.note')}>
          <span className={statusCardStyles.mark}>
            {t('status-mapping.exceptions', { count: exceptions })}
          </span>
        </Tooltip>
      )}
    </span>
  );
}

/** A status on the board: carried by mouse or keys, or sent by its menu. */
export function StatusCard(props: {
  readonly card: BoardCard;
  readonly write: WriteTally;
  /** null: may look only. */
  readonly moves: Moves | null;
}): ReactNode {
  const { card, write, moves } = props;
  const { t } = useTranslation();
  const drag = useDraggable({
    id: card.key,
    disabled: moves === null,
    attributes: { roleDescription: t('status-mapping.card') },
  });
  return (
    <li
      ref={drag.setNodeRef}
      className={styles.card}
      data-held={drag.isDragging || undefined}
      data-moved={card.movedFrom !== null || undefined}
    >
      <button
        type="button"
        ref={drag.setActivatorNodeRef}
        className={statusCardStyles.face}
        {...(moves ? drag.attributes : {})}
        {...drag.listeners}
        data-unseen={!card.seen || undefined}
        title={card.seen ? card.status : `${card.status}: ${t('status-mapping.never-seen')}`}
      >
        <CardFace card={card} write={write} />
        <CardMarks card={card} />
      </button>
      {moves && <CardMenu card={card} moves={moves} />}
    </li>
  );
}
