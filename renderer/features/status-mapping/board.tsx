import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { useCallback, useState, type ReactNode } from 'react';
import {
  statusGroupOf,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';
import { previewMove, type BoardCard, type BoardModel } from './board-model.ts';
import styles from './board.module.css';
import statusCardStyles from './status-card.module.css';
import { laneUnder } from './lane-collision.ts';
import { createLaneKeys, type LaneKeys } from './lane-keys.ts';
import { Lane } from './lane.tsx';
import { CardFace } from './status-card.tsx';
import { useDragAnnouncements } from './use-drag-announcements.ts';
import { useLettingGo } from './use-letting-go.ts';
import type { Moves } from './use-moves.ts';
import type { WriteTally } from './write-tally.ts';

const ALWAYS = { droppable: { strategy: MeasuringStrategy.Always } };

const useBoardSensors = (keys: LaneKeys) =>
  useSensors(
    // A click that trembles is no move: accidental drags were complaint number one elsewhere.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: keys.coordinates }),
  );

/** The card in the air and the lane below it. */
function useCarried(model: BoardModel) {
  const [carriedKey, carry] = useState<string | null>(null);
  const [over, setOver] = useState<StatusGroup | null>(null);
  const cardOf = useCallback(
    (id: UniqueIdentifier): BoardCard | null =>
      model.lanes.flatMap(({ cards }) => cards).find(({ key }) => key === id) ?? null,
    [model],
  );
  const carried = carriedKey === null ? null : cardOf(carriedKey);
  const shifts =
    carried && over && over !== carried.group ? previewMove(model, carried, over) : null;
  return { carried, carry, setOver, cardOf, shifts };
}

/** The lanes with their cards; every lane tells what the carried card would change in it. */
export function Board(props: {
  readonly model: BoardModel;
  readonly write: WriteTally;
  readonly moves: Moves | null;
  /** Something is in the air: figures stand still. */
  readonly onHold: (held: boolean) => void;
}): ReactNode {
  const { model, write, moves, onHold } = props;
  const { carried, carry, setOver, cardOf, shifts } = useCarried(model);
  const [keys] = useState(createLaneKeys);
  const letGoOn = useLettingGo(keys);
  const accessibility = useDragAnnouncements(model, write, cardOf, letGoOn);
  const sensors = useBoardSensors(keys);
  const land = (): void => {
    carry(null);
    setOver(null);
    onHold(false);
  };
  const drop = ({ active }: DragEndEvent): void => {
    land();
    const card = cardOf(active.id);
    const group = letGoOn();
    if (card && group && group !== card.group) moves?.move(card, group);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={laneUnder}
      measuring={ALWAYS}
      accessibility={accessibility}
      onDragStart={({ active }) => {
        onHold(true);
        keys.start(cardOf(active.id)?.group ?? null);
        carry(String(active.id));
      }}
      onDragOver={({ over }) => setOver(statusGroupOf(String(over?.id ?? '')) ?? null)}
      onDragEnd={drop}
      onDragCancel={land}
    >
      <div className={styles.board} data-carrying={carried !== null || undefined}>
        {model.lanes.map((lane) => (
          <Lane
            key={lane.group}
            lane={lane}
            shift={shifts?.[lane.group] ?? null}
            write={write}
            moves={moves}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={statusCardStyles.carried}>
            <CardFace card={carried} write={write} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
