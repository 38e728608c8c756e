import { z } from 'zod';
import { ORDER_COLUMNS } from '../domain/orders/order-filter.ts';
import { announcement, ask } from './define.ts';
import { MOST_VIEWS, orderFilter, orderSort } from './orders.ts';

const savedView = z.strictObject({
  id: z.string().max(40),
  name: z.string().trim().min(1).max(60),
  filter: orderFilter,
  sort: orderSort,
});

const alarm = z.strictObject({ sound: z.boolean(), notice: z.boolean() });

/** What belongs to the active profile alone. */
export const personalSettings = z.strictObject({
  language: z.enum(['ru', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  railExpanded: z.boolean(),
  cardWidth: z.int().min(320).max(720),
  orderColumns: z
    .array(
      z.strictObject({
        column: z.enum(ORDER_COLUMNS),
        width: z.int().min(40).max(800),
        shown: z.boolean(),
      }),
    )
    .max(ORDER_COLUMNS.length),
  rowHeight: z.enum(['compact', 'comfortable']),
  lastFilter: orderFilter,
  lastSort: orderSort,
  savedViews: z.array(savedView).max(MOST_VIEWS),
  alarms: z.strictObject({
    new: alarm,
    'time-to-cook': alarm,
    late: alarm,
    /** Minutes from midnight in the PC's zone; equal ends: no quiet hours. */
    quietFrom: z.int().min(0).max(1439),
    quietTo: z.int().min(0).max(1439),
    /** 0–100. */
    volume: z.int().min(0).max(100),
  }),
  riskMinutes: z.int().min(1).max(240),
  highRiskMinutes: z.int().min(1).max(240),
  seenHints: z.array(z.string().max(60)).max(100),
});

/** How a profile wants the program; other profiles have their own. */
export type PersonalSettings = z.output<typeof personalSettings>;

/** A filter and a sorting that a person gave a name to. */
export type SavedView = z.output<typeof savedView>;

/** Facts of this PC and this program. */
export type AboutProgram = Readonly<{
  version: string;
  host: 'electron' | 'web' | 'command-line' | 'test';
  dataFolder: string;
  firstRun: boolean;
  zone: string;
  demoAvailable: boolean;
}>;

/** iiko files found on this PC (the editor for them comes later). */
export type LocalIiko = Readonly<{
  searched: readonly string[];
  found: readonly Readonly<{ path: string; product: 'iikoFront' | 'iikoOffice' | 'other' }>[];
}>;

/** A profile’s own settings, and what this PC and this program are. */
export const settings = {
  personal: ask('list', z.strictObject({})).gives<PersonalSettings>(),
  /** Changes the named fields of the active profile's settings. */
  changePersonal: ask('core', personalSettings.partial()).gives<PersonalSettings>(),
  about: ask('core', z.strictObject({})).gives<AboutProgram>(),
  /** The first run is over: do not show it again. */
  finishFirstRun: ask('core', z.strictObject({})).gives<null>(),
  findLocalIiko: ask('core', z.strictObject({})).gives<LocalIiko>(),
  changed: announcement<null>(),
};
