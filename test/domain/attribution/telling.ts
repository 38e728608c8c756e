import { readMarker } from '../../../main/domain/attribution/attribution-source.ts';
import type { ImportedTouch } from '../../../main/domain/attribution/attribution-touch.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';

/** An order as a person would tell of it: only what matters to its origin. */
export type Told = Readonly<{
  advert?: string;
  key?: string;
  pays?: readonly string[];
  type?: string;
  site?: string;
  coupon?: string;
  comment?: string;
  data?: Readonly<Record<string, string>>;
  /** The customer's number is known and is one customer's. */
  phone?: boolean;
  attached?: string;
  /** Visits, calls and leads: minutes before the order and what they share with it. */
  touches?: readonly (Partial<ImportedTouch> & { before: number; marker: string; tel?: boolean })[];
  previous?: readonly [source: string, daysBefore: number];
}>;

export type HandMade = readonly [
  title: string,
  told: Told,
  source: string,
  rule: string | null,
  change?: (rules: readonly Rule[]) => readonly Rule[],
];

export const DAY = 1440;
export const visit = (before: number, marker: string, more: Partial<ImportedTouch> = {}) => ({
  before,
  marker,
  ...more,
});
export const call = (before: number, marker: string) => ({
  before,
  marker,
  tel: true,
  kind: 'call' as const,
});

export const withTable =
  (id: string, ...lines: readonly string[]) =>
  (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) =>
      rule.id === id
        ? {
            ...rule,
            table: lines.map((line) => {
              const [text = '', source = ''] = line.split('=');
              const starts = text.endsWith('*');
              return {
                text: text.replace('*', ''),
                match: starts ? ('starts' as const) : ('is' as const),
                source: source.split('/'),
              };
            }),
          }
        : rule,
    );

export const changed =
  (id: string, change: Partial<Rule>) =>
  (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));

export const moved =
  (id: string, place: number) =>
  (rules: readonly Rule[]): readonly Rule[] => {
    const rest = rules.filter((rule) => rule.id !== id);
    return rest.toSpliced(
      place,
      0,
      rules.find((rule) => rule.id === id)!,
    );
  };

/** The touches of a told order, the order being made at `createdAt`. */
export const toldTouches = (told: Told, createdAt: number, phoneTail: string): ImportedTouch[] =>
  (told.touches ?? []).map(({ before, marker, tel, ...more }, place) => ({
    id: place + 1,
    kind: 'visit',
    at: createdAt - before * 60_000,
    path: readMarker(marker),
    text: marker,
    phoneTail: tel === true ? phoneTail : null,
    email: null,
    client: null,
    visit: null,
    orderNumber: null,
    ...more,
  }));
