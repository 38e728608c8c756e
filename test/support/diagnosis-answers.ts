import type { DiagnosedLink, DiagnosisReport } from '../../main/contract/diagnosis.ts';
import { checklistsOf } from '../../main/domain/diagnosis/checklist.ts';
import { concludeWalk, type LinkReport } from '../../main/domain/diagnosis/diagnosis.ts';
import {
  broken,
  fact,
  good,
  LINKS,
  unknown,
  type Link,
} from '../../main/domain/diagnosis/diagnosis-link.ts';
import { lastResortStates } from '../../main/domain/diagnosis/last-resort.ts';
import { versionNeeds } from '../../main/domain/diagnosis/version-needs.ts';
import type { Answers } from './fake-client.ts';
import { idleAnswers, type IdleState } from './idle-answers.ts';

const PATH = 'C:\\Users\\Kassa\\AppData\\Roaming\\iiko\\CashServer';
const ID = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11';

const GOOD: Readonly<Record<Link, LinkReport>> = {
  file: {
    link: 'file',
    ...good(
      fact('file-read', {
        path: `${PATH}\\PluginConfigs\\Resto.Front.Api.Delivery\\deliveryPluginConfig.xml`,
      }),
      fact('server-url', { url: 'https://pizza-cc.iiko.it:443/resto' }),
      fact('timeout', { timeoutMs: 10_000, seconds: 10 }),
    ),
  },
  topology: { link: 'topology', ...good(fact('topology-chain', { origin: 'told' })) },
  server: {
    link: 'server',
    ...good(
      fact('server-answered', { url: 'https://pizza-cc.iiko.it:443/resto', elapsedMs: 184 }),
      fact('server-info', { name: 'pizza-cc', edition: 'default', version: '8.9.7015.0' }),
      fact('timeout-risky', { seconds: 10 }),
    ),
  },
  'call-centre': {
    link: 'call-centre',
    ...good(fact('call-centre-told', { url: 'https://pizza-cc.iiko.it:443/resto' })),
  },
  'terminal-id': { link: 'terminal-id', ...good(fact('terminal-id-same', { id: ID })) },
  'main-till': { link: 'main-till', ...unknown('till-log-silent') },
  'plugin-log': {
    link: 'plugin-log',
    ...good(fact('plugin-log-clean', { path: `${PATH}\\Logs\\plugin.log` })),
  },
  cloud: {
    link: 'cloud',
    ...good(fact('cloud-venue-alive', { venue: 'Центральная', organization: 'Суши Сургут' })),
  },
  zones: {
    link: 'zones',
    ...good(fact('zones-bound', { rules: 3, zones: 'Центр, Север, Промзона' })),
  },
  trail: { link: 'trail', ...unknown('no-test-order', true) },
};

/** A walk in which everything is well up to the given changes. */
export function diagnosisReport(over: Partial<Record<Link, LinkReport>> = {}): DiagnosisReport {
  const judged: LinkReport[] = [];
  for (const link of LINKS) {
    const report = over[link] ?? GOOD[link];
    judged.push(report);
    if (report.state === 'broken') break;
  }
  const links: DiagnosedLink[] = LINKS.map((link, at) => ({
    ...(judged[at] ?? { link, state: 'not-reached' as const }),
    elapsedMs: link === 'server' ? 184 : 12,
  }));
  const verdict = concludeWalk(judged);
  const till = { place: PATH, owner: 'Kassa', modifiedAt: Date.now() };
  return {
    runId: 1,
    at: Date.now() - 60_000,
    question: { root: null, brought: false, place: null, testOrder: null, setUp: null },
    till,
    tills: [till],
    links,
    verdict,
    keptZones: { organizationId: 1, at: Date.now() - 60_000, zones: 3, rules: 3, hash: 'x' },
    lastResort: lastResortStates(verdict, { zonesKept: true, done: new Set(['T1']) }),
  };
}

/** A till of a chain that asks the restaurant's own server. */
export const OWN_SERVER: LinkReport = {
  link: 'call-centre',
  ...broken('call-centre.own-server', { url: 'http://192.168.0.5:8080/resto' }),
};

/** Nothing is proven and nothing more can be asked. */
export const SILENT_TRAIL: LinkReport = { link: 'trail', ...unknown('no-connection') };

type Stand = Readonly<{ state: IdleState; answers: Answers; ticked: Set<string> }>;

/** A program whose last diagnosis is the given one, with checklists that can be ticked. */
export function diagnosisAnswers(report: DiagnosisReport | null): Stand {
  const { state, answers } = idleAnswers();
  const ticked = new Set(['pbx-sip']);
  const setUp = {
    venues: 'chain',
    delivery: 'centralised',
    tariff: null,
    callCentreUrl: 'https://pizza-cc.iiko.it:443/resto',
    venueId: 1,
  } as const;
  const evidence = {
    connected: true,
    contacted: true,
    venues: 5,
    cities: 3,
    streets: 0,
    zones: 12,
    menuGroups: 9,
    menuItems: 118,
    marketingSources: 14,
    foreignOrders: 214,
    knownCustomers: 1804,
    numbers: { orders: 9400, clashes: 2, number: '1843', venue: 'Тверская' },
    tariff: 'start',
    chain: true,
    ticked,
  } as const;
  const diagnosis: NonNullable<Answers['diagnosis']> = {
    last: () => report,
    run: () => diagnosisReport({ 'call-centre': OWN_SERVER }),
    cancel: () => null,
    checkStep: () => report ?? diagnosisReport(),
    keptZones: () => [
      {
        zone: 'Центр',
        venue: 'Центральная',
        from: 660,
        to: 1380,
        weekMap: 127,
        minSum: 500,
        durationMinutes: 45,
      },
    ],
    setUp: () => ({
      setUp,
      venues: [
        { id: 1, name: 'Центральная', organization: 'Суши Сургут' },
        { id: 2, name: 'Север', organization: 'Суши Сургут' },
      ],
    }),
    saveSetUp: () => null,
    checklists: () => ({
      lists: checklistsOf(evidence),
      routes: { terminal: 312, 'call-centre': 1474, site: 214 },
      versions: versionNeeds([{ version: '7.6.2', where: 'Север' }]),
    }),
    tick: ({ item, done }) => {
      if (done) ticked.add(item);
      else ticked.delete(item);
      return null;
    },
    probePbx: () => [
      { port: 5060, transport: 'tcp', state: 'answers', elapsedMs: 12 },
      { port: 5060, transport: 'udp', state: 'silent', elapsedMs: 3000 },
    ],
    takenPorts: () => [{ port: 5704, transport: 'udp' }],
  };
  return { state, ticked, answers: { ...answers, diagnosis } };
}
