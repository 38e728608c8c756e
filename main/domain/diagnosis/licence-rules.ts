/** What a restaurant has bought, as a person tells it; null where nobody knows. */
export type LicenceSet = Readonly<{
  tariff: 'start' | 'other' | null;
  /** Whether iiko hosts the servers or they stand on the premises. */
  hosting: 'hosted' | 'local' | null;
  venues: 'one' | 'chain' | null;
  delivery: 'terminal' | 'centralised' | null;
  /** Protocol versions of the server API licence. */
  apiVersions: readonly ('v1' | 'v2' | 'v3')[];
  /** Connections of the iikoDelivery licence. */
  connections: number | null;
  /** Tills that work with orders. */
  terminals: number;
  modules: readonly LicenceModule[];
}>;

/** What a restaurant may use beside the orders themselves; some of it is licensed apart. */
export const LICENCE_MODULES = [
  'pbx',
  'pbx-licence',
  'courier-map',
  'delivery-man',
  'maps',
] as const;

/** One thing that may need a licence of its own. */
export type LicenceModule = (typeof LICENCE_MODULES)[number];

/** A combination that does not work; text `licences.<code>` (rules C1–C11, K1, K2, K5, T13). */
export type LicenceFinding = Readonly<{
  code: string;
  /** `not-on-tariff` is no error: the tariff does not hold it. */
  level: 'forbidden' | 'not-on-tariff' | 'advice';
  params: Readonly<Record<string, string | number>>;
}>;

type Rule = (set: LicenceSet) => LicenceFinding | null;

const found = (
  code: string,
  level: LicenceFinding['level'],
  params: LicenceFinding['params'] = {},
): LicenceFinding => ({ code, level, params });

const needsCallCentre = ({ venues, delivery }: LicenceSet): boolean =>
  venues === 'chain' || delivery === 'centralised';

const RULES: readonly Rule[] = [
  (set) =>
    set.tariff === 'start' && needsCallCentre(set)
      ? found('call-centre-on-start', 'not-on-tariff')
      : null,
  ({ tariff, modules }) =>
    tariff === 'start' && modules.includes('maps') ? found('maps-on-start', 'not-on-tariff') : null,
  ({ apiVersions }) =>
    apiVersions.includes('v2') && !apiVersions.includes('v1')
      ? found('api-v2-without-v1', 'forbidden')
      : null,
  ({ connections, terminals }) =>
    connections !== null && connections < terminals
      ? found('too-few-connections', 'forbidden', { connections, terminals })
      : null,
  ({ hosting, modules }) =>
    hosting === 'local' && modules.includes('pbx') && !modules.includes('pbx-licence')
      ? found('pbx-without-licence', 'forbidden')
      : null,
  ({ modules }) =>
    modules.includes('courier-map') && !modules.includes('delivery-man')
      ? found('map-without-delivery-man', 'forbidden')
      : null,
  ({ hosting, modules }) =>
    hosting === 'hosted' && modules.includes('pbx-licence')
      ? found('pbx-licence-in-hosting', 'advice')
      : null,
  ({ venues }) => (venues === 'chain' ? found('chain-needs-own-server', 'advice') : null),
];

/** Every combination that does not work, and what to mind. */
export const checkLicences = (set: LicenceSet): readonly LicenceFinding[] =>
  RULES.flatMap((rule) => rule(set) ?? []);
