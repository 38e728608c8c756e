import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone, ZoneEdit } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { editBetween } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid, useUndoStack } from '../../shared/undo/undo-context.tsx';
import type { ZonesSlice } from './zones-slice.ts';

/** Steps of the editor; each is remembered with its way back, and shown with «Вернуть» when it is big. */
export type ZoneEdits = Readonly<{
  put(title: string, zones: readonly DrawnZone[], remove?: readonly string[]): void;
  /** The whole map at once: an import, a repair, a version. */
  replaceAll(title: string, zones: readonly DrawnZone[]): void;
  move(id: string, by: -1 | 1): void;
}>;

const zonesOf = (slice: ZonesSlice): readonly DrawnZone[] => {
  const state = slice.getState();
  return state.type === 'shown' ? state.editor.map.zones : [];
};

/** Binds the slice to the window's history of edits. */
export function useZoneEdits(slice: ZonesSlice): ZoneEdits {
  const { t } = useTranslation();
  const did = useDid();
  const stack = useUndoStack();
  const notifyFailure = useNotifyFailure();
  return useMemo(() => {
    const step = (title: string, edit: ZoneEdit, remember: typeof did): void => {
      const { draft, back, kept } = slice.take(edit);
      kept.catch(notifyFailure);
      const redo = (): Promise<void> => slice.takeIn(draft, edit);
      remember({ title, undo: () => slice.takeIn(draft, back), redo });
    };
    const quietly: typeof did = (edit) => stack.did(edit);
    return {
      put(title, put, remove = []) {
        step(title, { put, remove, order: null }, remove.length > 0 ? did : quietly);
      },
      replaceAll: (title, zones) => step(title, editBetween(zonesOf(slice), zones), did),
      move(id, by) {
        const ids = zonesOf(slice).map((zone) => zone.id);
        const from = ids.indexOf(id);
        const to = from + by;
        if (from < 0 || to < 0 || to >= ids.length) return;
        const order = ids.toSpliced(from, 1).toSpliced(to, 0, id);
        step(t('zone-map.did.order'), { put: [], remove: [], order }, quietly);
      },
    };
  }, [slice, t, did, stack, notifyFailure]);
}
