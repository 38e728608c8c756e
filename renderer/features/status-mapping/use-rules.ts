import type { TFunction } from 'i18next';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../main/contract/index.ts';
import type {
  ClientRule,
  MoveRule,
  StatusMove,
  StatusRules,
  TimeLimit,
} from '../../../main/domain/status-mapping/status-rules.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { statusName } from './status-texts.ts';

/** Rules of statuses as they are kept. */
export type Rules = StatusRules;

/** Ways to change a rule; each can be taken back. */
export type RuleEdits = Readonly<{
  /** null: as usual. */
  setMove(move: StatusMove, allowed: boolean | null): void;
  setClient(place: ClientRule, allowed: boolean): void;
  /** null: no limit. */
  setLimit(place: Readonly<{ system: string; status: string }>, minutes: number | null): void;
}>;

/** The stored rule as it is set and set back. */
function createEdits(
  t: TFunction,
  client: Client,
  rules: Rules | null,
  run: (title: string, set: (next: boolean) => Promise<null>) => void,
): RuleEdits {
  const name = (system: string, status: string): string => statusName(t, { system, status });
  return {
    setMove(move, allowed) {
      const { system, from, to } = move;
      const same = (one: MoveRule): boolean =>
        one.system === system && one.from === from && one.to === to;
      const kept = rules?.moves.find(same)?.allowed ?? null;
      const names = { from: name(system, from), to: name(system, to) };
      run(t('status-mapping.rules.move-set', names), (next) =>
        client.statusMapping.setMove({ system, from, to, allowed: next ? allowed : kept }),
      );
    },
    setClient(place, allowed) {
      const { system, status, client: type } = place;
      const title = t('status-mapping.rules.client-set', {
        status: name(system, status),
        client: t(`status-mapping.client.${type}`),
      });
      run(title, (next) =>
        client.statusMapping.setClient({ ...place, allowed: next ? allowed : !allowed }),
      );
    },
    setLimit({ system, status }, minutes) {
      const same = (one: TimeLimit): boolean => one.system === system && one.status === status;
      const kept = rules?.limits.find(same)?.minutes ?? null;
      if (kept === minutes) return;
      run(t('status-mapping.rules.limit-set', { status: name(system, status) }), (next) =>
        client.statusMapping.setLimit({ system, status, minutes: next ? minutes : kept }),
      );
    },
  };
}

/** Rules of moves and times with their edits; null until they are read. */
export function useRules(): Readonly<{ rules: Rules | null; edits: RuleEdits }> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  const [rules, setRules] = useState<Rules | null>(null);
  const read = useCallback(
    () => void client.statusMapping.rules({}).then(setRules, notifyFailure),
    [client, notifyFailure],
  );
  useEffect(() => {
    read();
    return client.statusMapping.onChanged(read);
  }, [client, read]);
  const edits = useMemo<RuleEdits>(() => {
    const run = (title: string, set: (next: boolean) => Promise<null>): void => {
      const way = (next: boolean) => async (): Promise<void> => void (await set(next));
      set(true).then(() => did({ title, undo: way(false), redo: way(true) }), notifyFailure);
    };
    return createEdits(t, client, rules, run);
  }, [t, client, did, notifyFailure, rules]);
  return { rules, edits };
}
