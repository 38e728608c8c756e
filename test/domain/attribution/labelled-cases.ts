import type {
  AttributionCase,
  ImportedTouch,
} from '../../../main/domain/attribution/attribution-touch.ts';
import type { Mark, MarkField } from '../../../main/domain/attribution/attribution-mark.ts';
import { Dice } from '../../../main/demo/seeded.ts';

/*
 * Orders whose source is known because they were made from it. The generator plants signals, good
 * and spoilt, and knows the precedence as one list; it never asks the program.
 */

export type LabelledCase = Readonly<{
  facts: AttributionCase;
  rule: string | null;
  source: string;
  /** Sources by time of touch, oldest first, where several signals count. */
  chain: readonly string[];
}>;

const MINUTE = 60_000;
const DAY = 1440;

type Draft = {
  random: () => number;
  createdAt: number;
  marks: Mark[];
  imported: ImportedTouch[];
  previous: AttributionCase['previous'];
  nextId: number;
};

/** What a planted signal should lead to: touches with the moments they stand at. */
type Planted = { source: string; at: number }[];

type Signal = Readonly<{
  rule: string;
  own: boolean;
  decides: boolean;
  plant(draft: Draft, source: string, good: boolean): Planted;
}>;

const between = ({ random }: Draft, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

const mark = (draft: Draft, field: MarkField, value: string, path: string[] = []): void =>
  void draft.marks.push({ field, value, path, restored: draft.random() < 0.1 });

function touch(
  draft: Draft,
  source: string,
  minutesBefore: number,
  keys: Partial<ImportedTouch>,
): Planted {
  draft.nextId += 1;
  const at = draft.createdAt - minutesBefore * MINUTE;
  draft.imported.push({
    id: draft.nextId,
    kind: (['visit', 'call', 'lead'] as const)[draft.nextId % 3]!,
    at,
    path: [source, 'search'],
    text: source,
    phoneTail: null,
    email: null,
    client: null,
    visit: null,
    orderNumber: null,
    ...keys,
  });
  return [{ source: `${source}/search`, at }];
}

const ownSignal = (
  rule: string,
  decides: boolean,
  plantGood: (draft: Draft, source: string) => string,
  plantBad?: (draft: Draft, source: string) => void,
): Signal => ({
  rule,
  own: true,
  decides,
  plant(draft, source, good) {
    if (good) return [{ source: plantGood(draft, source), at: draft.createdAt }];
    plantBad?.(draft, source);
    return [];
  },
});

const joinedSignal = (
  rule: string,
  window: readonly [least: number, most: number],
  outside: number,
  keysOf: (draft: Draft, source: string) => Partial<ImportedTouch>,
): Signal => ({
  rule,
  own: false,
  decides: false,
  plant(draft, source, good) {
    const keys = keysOf(draft, source);
    if (!good) {
      touch(draft, source, outside, keys);
      return [];
    }
    return touch(draft, source, between(draft, window[0], window[1]), keys);
  },
});

const PHONE = '1000000219 7'.replace(' ', '');

/** The precedence, written down once more by hand. */
const SIGNALS: readonly Signal[] = [
  joinedSignal('visit', [1, 89 * DAY], 91 * DAY, (draft) => {
    const visit = String(100_000 + draft.nextId);
    mark(draft, 'visit', visit);
    return { visit };
  }),
  ownSignal('marker', true, (draft, source) => {
    mark(draft, 'marker', `${source}_ad_7`, [source, 'ad', '7']);
    return `${source}/ad/7`;
  }),
  ownSignal('advert', true, (draft, source) => {
    mark(draft, 'advert', source, [source]);
    return source;
  }),
  ownSignal('source-key', true, (draft) => {
    mark(draft, 'source-key', 'Yandex_Food');
    return 'Яндекс Еда';
  }),
  ownSignal(
    'payment-type',
    true,
    (draft) => {
      mark(draft, 'payment-type', 'Купер онлайн');
      return 'Купер';
    },
    (draft) => mark(draft, 'payment-type', 'Наличные'),
  ),
  ownSignal(
    'order-type',
    true,
    (draft) => {
      mark(draft, 'order-type', 'Chibbis доставка');
      return 'Chibbis';
    },
    (draft) => mark(draft, 'order-type', 'Доставка курьером'),
  ),
  ownSignal(
    'external-number',
    true,
    (draft) => {
      mark(draft, 'external-number', 'TG-77');
      return 'Телеграм';
    },
    (draft) => mark(draft, 'external-number', 'ZZ-1'),
  ),
  joinedSignal('order-number', [-DAY + 1, DAY - 1], 2 * DAY, () => ({ orderNumber: '4711' })),
  joinedSignal('client', [0, 29 * DAY], 31 * DAY, (draft) => {
    const client = `cid.${draft.nextId}`;
    mark(draft, 'client', client);
    return { client };
  }),
  ownSignal('utm', false, (draft, source) => {
    mark(draft, 'utm', `${source}_cpc`, [source, 'cpc']);
    return `${source}/cpc`;
  }),
  joinedSignal('phone-near', [-59, 59], -90, () => ({ phoneTail: PHONE })),
  joinedSignal('email-near', [-59, 59], -90, (draft) => {
    const email = `guest${draft.nextId}@example.ru`;
    mark(draft, 'email', email);
    return { email };
  }),
  ownSignal(
    'coupon',
    false,
    (draft) => {
      mark(draft, 'coupon', 'осень-20');
      return 'Листовки/осень';
    },
    (draft) => mark(draft, 'coupon', 'ОСЕНБ20'),
  ),
  joinedSignal('phone-before', [62, 29 * DAY], 31 * DAY, () => ({ phoneTail: PHONE })),
  joinedSignal('email-before', [62, 29 * DAY], 31 * DAY, (draft) => {
    const email = `other${draft.nextId}@example.ru`;
    mark(draft, 'email', email);
    return { email };
  }),
];

/** One labelled order; a third carries one signal, the rest conflicting ones. */
export function labelledCase(seed: number): LabelledCase {
  const dice = new Dice(seed);
  const random = (): number => dice.next();
  const createdAt = Date.UTC(2026, 9, 1) + Math.floor(random() * 40 * DAY) * MINUTE;
  const draft: Draft = { random, createdAt, marks: [], imported: [], previous: null, nextId: seed };
  const share = [0.08, 0.2, 0.45][seed % 3]!;
  const forced = seed % SIGNALS.length;
  const planted = SIGNALS.map((signal, place) => {
    const present = place === forced || random() < share;
    if (!present) return { signal, touches: [] as Planted };
    const good = random() < 0.75;
    return { signal, touches: signal.plant(draft, `Канал ${place}`, good) };
  });
  const withHistory = random() < 0.3;
  if (withHistory) {
    const at = createdAt - between(draft, 1, 170 * DAY) * MINUTE;
    draft.previous = { orderId: seed + 1, number: 'h', at, path: ['Прежний'] };
  }
  const valid = planted.filter(({ touches }) => touches.length > 0);
  const first = valid[0];
  return {
    facts: factsOf(draft, seed),
    rule: first?.signal.rule ?? (withHistory ? 'history' : null),
    source: first?.touches[0]?.source ?? (withHistory ? 'Прежний' : ':unknown'),
    chain: first ? chainOf(valid, first.signal) : withHistory ? ['Прежний'] : [],
  };
}

type PlantedSignal = { signal: Signal; touches: Planted };

function chainOf(valid: readonly PlantedSignal[], winner: Signal): string[] {
  if (winner.decides) return [valid[0]!.touches[0]!.source];
  const own = valid.find(({ signal }) => signal.own);
  return valid
    .flatMap((one, place) =>
      one.signal.own && one !== own ? [] : one.touches.map((touched) => ({ ...touched, place })),
    )
    .toSorted((a, b) => a.at - b.at || b.place - a.place)
    .map(({ source }) => source);
}

const factsOf = (draft: Draft, seed: number): AttributionCase => ({
  orderId: seed,
  number: '4711',
  externalNumber: '',
  createdAt: draft.createdAt,
  sumMinor: Math.floor(draft.random() * 500_000) - (seed % 50 === 0 ? 250_000 : 0),
  currency: 'RUB',
  phoneTail: PHONE,
  marks: draft.marks,
  attachedAdvert: null,
  imported: draft.imported,
  previous: draft.previous,
});
