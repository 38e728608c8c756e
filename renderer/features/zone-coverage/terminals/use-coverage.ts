import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CoverageSchedule,
  CoverageState,
  MapChoice,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import type { Reading } from '../../../bridge/reading.ts';

/** Terminals and hours against the map that is looked at. */
export type CoverageReading = Reading<{ state: CoverageState }>;

/** Ways to change them; each can be taken back. */
export type CoverageEdits = Readonly<{
  /** Saves a changed schedule; `title` says in the person's words what was changed. */
  save: (organization: OrganizationCoverage, schedule: CoverageSchedule, title: string) => void;
  place: (venueId: number, at: Position | null, before: Position | null) => void;
}>;

const CALM_MS = 500;

type Put = (organizationId: number, schedule: CoverageSchedule) => Promise<void>;

/** Each edit with its way back. */
function useEdits(put: Put): CoverageEdits {
  const client = useClient();
  const { t } = useTranslation();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return {
    save({ id, schedule: before }, schedule, title) {
      const redo = (): Promise<void> => put(id, schedule);
      redo().then(() => did({ title, undo: () => put(id, before), redo }), notifyFailure);
    },
    place(venueId, at, before) {
      const move = async (to: Position | null): Promise<void> => {
        await client.zoneCoverage.placeTerminal({ venueId, at: to });
      };
      const title = t('zone-coverage.did.place');
      move(at).then(
        () => did({ title, undo: () => move(before), redo: () => move(at) }),
        notifyFailure,
      );
    },
  };
}

/** Terminals and hours against a map, kept fresh, with their edits and the way back from each. */
export function useCoverage(map: MapChoice) {
  const client = useClient();
  const [reading, setReading] = useState<CoverageReading>({ type: 'loading' });
  const versions = useRef(new Map<number, number | null>());
  const read = useCallback(async (): Promise<void> => {
    try {
      const state = await client.zoneCoverage.open({ map });
      for (const { id, saved } of state.organizations) {
        versions.current.set(id, saved?.version ?? null);
      }
      setReading({ type: 'shown', state });
    } catch (error) {
      setReading({ type: 'failed', failure: toFailure(error) });
    }
  }, [client, map]);
  useEffect(() => {
    void read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      client.zoneCoverage.onChanged(() => void read()),
      // A zone is drawn in many small steps.
      client.zones.onChanged(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void read(), CALM_MS);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [client, read]);
  const put: Put = async (organizationId, schedule) => {
    const version = versions.current.get(organizationId) ?? null;
    const saved = await client.zoneCoverage.save({ organizationId, version, schedule });
    versions.current.set(organizationId, saved.version);
  };
  return { reading, read, edits: useEdits(put) };
}
