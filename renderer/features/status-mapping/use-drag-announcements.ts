import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  statusGroupOf,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';
import { previewMove, type BoardCard, type BoardModel } from './board-model.ts';
import { statusName } from './status-texts.ts';
import type { LetGoOn } from './use-letting-go.ts';
import type { WriteTally } from './write-tally.ts';

type CardOf = (id: UniqueIdentifier) => BoardCard | null;

const groupAt = (id: UniqueIdentifier | undefined) => statusGroupOf(String(id ?? ''));

/** What is said of a card over a place, and of one that was let go there: only what is true. */
function createSayings(t: TFunction, model: BoardModel, write: WriteTally) {
  const group = (card: BoardCard): string => t(`status-mapping.group.${card.group}`);
  const stayed = (card: BoardCard): string =>
    t('status-mapping.say.stayed', { status: statusName(t, card), group: group(card) });
  return {
    stayed,
    taken: (card: BoardCard): string =>
      t('status-mapping.say.taken', { status: statusName(t, card), group: group(card) }),
    over(card: BoardCard, id: UniqueIdentifier | undefined): string {
      const to = groupAt(id);
      if (!to) return t('status-mapping.say.nowhere');
      if (to === card.group) return t('status-mapping.say.home', { group: group(card) });
      const told = write.told(previewMove(model, card, to)[to]);
      return t('status-mapping.say.over', { group: t(`status-mapping.group.${to}`), told });
    },
    dropped(card: BoardCard, to: StatusGroup | null): string {
      if (!to || to === card.group) return stayed(card);
      const names = { status: statusName(t, card), group: t(`status-mapping.group.${to}`) };
      return t('status-mapping.say.moved', names);
    },
  };
}

/** What a screen reader hears while a card is carried. */
export function useDragAnnouncements(
  model: BoardModel,
  write: WriteTally,
  cardOf: CardOf,
  letGoOn: LetGoOn,
): Readonly<{ announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions }> {
  const { t } = useTranslation();
  return useMemo(() => {
    const say = createSayings(t, model, write);
    let carried = false;
    const of = (id: UniqueIdentifier, text: (card: BoardCard) => string): string | undefined => {
      const card = cardOf(id);
      return card ? text(card) : undefined;
    };
    return {
      screenReaderInstructions: { draggable: t('status-mapping.say.how') },
      announcements: {
        onDragStart({ active }) {
          carried = false;
          return of(active.id, say.taken);
        },
        onDragOver({ active, over }) {
          // Taking a card is at once «over its own lane»: saying so would cut off what was taken.
          const atRest = !carried && groupAt(over?.id) === cardOf(active.id)?.group;
          carried = true;
          return atRest ? undefined : of(active.id, (card) => say.over(card, over?.id));
        },
        onDragEnd: ({ active }) => of(active.id, (card) => say.dropped(card, letGoOn())),
        onDragCancel: ({ active }) => of(active.id, say.stayed),
      },
    };
  }, [t, model, write, cardOf, letGoOn]);
}
