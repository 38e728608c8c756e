import type { Connection, ProbeReport } from '../../main/contract/connections.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { Answers } from './fake-client.ts';
import { idleAnswers, type IdleState } from './idle-answers.ts';

/** A connected chain with two organizations. */
export function connection(over: Partial<Connection> = {}): Connection {
  const venue = (id: number, name: string) => ({
    id,
    name,
    address: 'Ленина, 1',
    alive: true,
    chosen: false,
  });
  const organization = (id: number, name: string, zone: string) => ({
    id,
    name,
    zone,
    zoneOrigin: 'vendor' as const,
    closingHour: 5,
    chosen: false,
    venues: [venue(id * 10, 'Север'), venue(id * 10 + 1, 'Юг')],
  });
  return {
    id: 1,
    vendor: 'iiko-cloud',
    name: 'Суши на районе',
    settings: { host: 'https://api-ru.iiko.services' },
    secretKept: true,
    historyDays: 7,
    pollSeconds: 45,
    paused: false,
    demo: false,
    lastContactAt: Date.now(),
    orders: 9053,
    organizations: [
      organization(1, 'Суши Сургут', 'Asia/Yekaterinburg'),
      organization(2, 'Суши Томск', 'Asia/Tomsk'),
    ],
    ...over,
  };
}

/** A test with one remark. */
export const REPORT: ProbeReport = [
  { step: 'token', state: 'passed', evidence: 'token', params: {}, elapsedMs: 120 },
  {
    step: 'organizations',
    state: 'passed',
    evidence: 'organizations',
    params: { count: 2, names: 'Суши Сургут, Суши Томск' },
    elapsedMs: 90,
  },
  { step: 'venues', state: 'warned', evidence: 'venues-none', params: {}, elapsedMs: 80 },
];

type Stand = Readonly<{ state: IdleState; connections: Connection[]; answers: Answers }>;

/** A program whose connections can be added, changed, paused and removed by the window. */
export function connectionAnswers(over: Partial<IdleState> = {}, kept = [connection()]): Stand {
  const { state, answers } = idleAnswers(over);
  const connections = [...kept];
  const removed = new Map<number, Connection>();
  const find = (id: number): Connection => {
    const found = connections.find((one) => one.id === id);
    if (!found) throw new Failure('not-found', 'connections.absent');
    return found;
  };
  const replace = (id: number, change: Partial<Connection>): Connection => {
    const changed = { ...find(id), ...change };
    connections.splice(connections.indexOf(find(id)), 1, changed);
    return changed;
  };
  const change: NonNullable<Answers['connections']> = {
    list: () => connections,
    catalogue: () => [
      { vendor: 'iiko-cloud', availability: 'ready', connected: connections.length },
      { vendor: 'iiko-server', availability: 'soon', connected: 0 },
    ],
    test: () => REPORT,
    add: (input) => {
      const made = connection({ id: 2, name: input.name || 'Новая сеть' });
      connections.push(made);
      return made;
    },
    change: ({ connectionId, name }) => replace(connectionId, { name }),
    changeOrganization: () => find(connections[0]?.id ?? 0),
    remove: ({ connectionId }) => {
      removed.set(connectionId, find(connectionId));
      connections.splice(connections.indexOf(find(connectionId)), 1);
      return null;
    },
    restore: ({ connectionId }) => {
      const back = removed.get(connectionId)!;
      connections.push(back);
      return back;
    },
    addDemo: () => connection({ id: 3, demo: true, name: 'Демо' }),
  };
  const pause: NonNullable<Answers['sync']> = {
    setPaused: ({ connectionId, paused }) => {
      replace(connectionId, { paused });
      return null;
    },
  };
  const settings: NonNullable<Answers['settings']> = {
    ...answers.settings,
    findLocalIiko: () => ({ searched: ['C:\\Users'], found: [] }),
    finishFirstRun: () => {
      state.firstRun = false;
      return null;
    },
  };
  return {
    state,
    connections,
    answers: { ...answers, settings, connections: change, sync: { ...answers.sync, ...pause } },
  };
}
