import type { Profile } from '../../main/contract/profiles.ts';
import type { PersonalSettings } from '../../main/contract/settings.ts';
import type { Completeness, ConnectionSync } from '../../main/contract/sync.ts';
import { PRESET_RIGHTS, RIGHTS } from '../../main/domain/rights.ts';
import { PERSONAL_DEFAULTS } from '../../main/features/settings/personal-defaults.ts';
import type { Answers } from './fake-client.ts';

const MINUTE = 60_000;

const profile = (id: number, name: string, rest: Partial<Profile>): Profile => ({
  id,
  name,
  preset: 'operator',
  rights: PRESET_RIGHTS.operator,
  hasPin: false,
  active: false,
  ...rest,
});

/** A connection whose data is seconds old. */
export function idleConnection(over: Partial<ConnectionSync> = {}): ConnectionSync {
  const now = Date.now();
  return {
    connectionId: 1,
    name: 'Суши на районе',
    dataAt: now - 5000,
    state: { type: 'idle', nextAt: now + MINUTE },
    lastRun: {
      runId: 7,
      startedAt: now - 6000,
      finishedAt: now - 5000,
      outcome: 'done',
      requests: 3,
      seen: 12,
      created: 2,
      changed: 9,
      quarantined: 0,
      failure: null,
      statement: { complete: 5, healing: 0, unproven: 0 },
    },
    ...over,
  };
}

/** A venue's statement about the day. */
export function statement(over: Partial<Completeness> = {}): Completeness {
  return {
    venueId: 1,
    venue: 'Центральная',
    day: '2026-11-21',
    state: 'complete',
    reason: '',
    params: {},
    orders: 1284,
    healed: 0,
    asked: {},
    hash: '0',
    statedAt: Date.now(),
    restsOn: 'chain',
    ...over,
  };
}

/** What the answers remember, for a test to look at and to change. */
export type IdleState = {
  personal: PersonalSettings;
  profiles: Profile[];
  connections: ConnectionSync[];
  today: Completeness[];
  firstRun: boolean;
};

const noProof: Answers['sync'] = {
  days: () => [],
  paths: () => ({ currency: 'RUB', orders: 0, sumMinor: 0, paths: [] }),
};

/** A set-up program at rest: one connection, three profiles, settings that can be changed. */
export function idleAnswers(over: Partial<IdleState> = {}): Readonly<{
  state: IdleState;
  answers: Answers;
}> {
  const state: IdleState = {
    personal: structuredClone(PERSONAL_DEFAULTS),
    profiles: [
      profile(1, 'Ирина Олеговна', { active: true, preset: 'manager', rights: RIGHTS }),
      profile(2, 'Оператор Сергей', {}),
      profile(3, 'Установщик', { preset: 'installer', hasPin: true }),
    ],
    connections: [idleConnection()],
    today: [statement()],
    firstRun: false,
    ...over,
  };
  const answers: Answers = {
    settings: {
      personal: () => state.personal,
      changePersonal: (patch) => Object.assign(state.personal, patch),
      about: () => ({
        version: '0.1.0',
        host: 'web',
        dataFolder: 'C:\\Users\\Ирина\\AppData\\Roaming\\Delivery Desk',
        firstRun: state.firstRun,
        zone: 'Europe/Moscow',
        demoAvailable: true,
      }),
    },
    profiles: { list: () => state.profiles },
    sync: { status: () => state.connections, completeness: () => state.today, ...noProof },
    joining: { venues: () => [] },
    connections: { list: () => [], catalogue: () => [] },
    backFill: { list: () => [] },
    statusMapping: { unmapped: () => ({ statuses: 0, orders: 0 }), overdue: () => [] },
  };
  return { state, answers };
}
