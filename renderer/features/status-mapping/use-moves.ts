import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusGroup } from '../../../main/domain/status-mapping/status-group.ts';
import type { MappingChange } from '../../../main/domain/status-mapping/status-mapping.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid, useUndoStack } from '../../shared/undo/undo-context.tsx';
import type { Edit } from '../../shared/undo/undo-stack.ts';
import type { BoardCard } from './board-model.ts';
import type { StatusMappingSlice } from './status-mapping-slice.ts';
import { statusName } from './status-texts.ts';

/** What a person does on the board; each is remembered with its way back, failures are shown. */
export type Moves = Readonly<{
  /** null: the organization follows the group for all again. */
  move(card: BoardCard, group: StatusGroup | null): void;
  /** Several statuses in one step: a template, a copy. */
  moveAll(title: string, changes: readonly MappingChange[]): void;
  undo(): void;
  redo(): void;
  discard(): void;
  apply(): void;
  restore(version: number, current: number): void;
}>;

type Hands = Readonly<{
  t: TFunction;
  slice: StatusMappingSlice;
  /** Remembers an edit; the draft has its own «Вернуть» on the screen. */
  remember(edit: Edit): void;
  /** Remembers it and shows the toast. */
  did(edit: Edit): void;
}>;

/** The steps that can be taken back, each telling the window how. */
function createSteps({ t, slice, remember, did }: Hands) {
  return {
    async step(title: string, changes: readonly MappingChange[]): Promise<void> {
      const id = await slice.assign(changes);
      remember({ title, undo: () => slice.undo(id), redo: () => slice.redo(id) });
    },
    async apply(): Promise<void> {
      let { id } = await slice.apply();
      did({
        title: t('status-mapping.applied', { version: id }),
        undo: () => slice.unapply(id),
        redo: async () => void ({ id } = await slice.apply()),
      });
    },
    async restore(version: number, current: number): Promise<void> {
      await slice.restore(version);
      did({
        title: t('status-mapping.restored', { version }),
        undo: () => slice.restore(current),
        redo: () => slice.restore(version),
      });
    },
  };
}

function titleOf(t: TFunction, card: BoardCard, group: StatusGroup | null): string {
  const status = statusName(t, card);
  if (group === null) return t('status-mapping.followed', { status });
  return t('status-mapping.moved', { status, group: t(`status-mapping.group.${group}`) });
}

/** Binds the slice to the window's history of edits. */
export function useMoves(slice: StatusMappingSlice): Moves {
  const { t } = useTranslation();
  const did = useDid();
  const stack = useUndoStack();
  const notifyFailure = useNotifyFailure();
  return useMemo(() => {
    const steps = createSteps({ t, slice, did, remember: (edit) => stack.did(edit) });
    const run = (work: Promise<void>): void => void work.catch(notifyFailure);
    return {
      move(card, group) {
        const { organizationId, system, status } = card;
        run(steps.step(titleOf(t, card, group), [{ organizationId, system, status, group }]));
      },
      moveAll: (title, changes) => run(steps.step(title, changes)),
      undo: () => run(slice.undo(null)),
      redo: () => run(slice.redo(null)),
      discard: () => run(slice.discard()),
      apply: () => run(steps.apply()),
      restore: (version, current) => run(steps.restore(version, current)),
    };
  }, [t, did, stack, notifyFailure, slice]);
}
