import { z } from 'zod';
import type { AddressAnswer } from '../domain/addresses/address-answer.ts';
import { GEOCODERS, type GeocoderName } from '../domain/addresses/geocoder.ts';
import type { Instant } from '../domain/orders/order.ts';
import { CHANGES, REASONS } from '../domain/zone-coverage/rehearsal/rehearsal.ts';
import { announcement, ask } from './define.ts';
import type {
  AddressSuggestion,
  CoverageState,
  PlaceAnswer,
  PlacedPage,
  Rehearsal,
  ZoneDisagreement,
} from './zone-coverage-answer.ts';

export type * from './zone-coverage-answer.ts';
export type { AddressAnswer, GeocoderName };

const id = z.int().positive();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const period = z.strictObject({ from: day, to: day });
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const position = z.tuple([longitude, latitude]).readonly();
const minutes = z.int().min(0).max(1440);
const minor = z.int().min(0).max(1_000_000_000).nullable();
const name = z.string().max(300);
const duration = z.int().min(0).max(10_000).nullable();

/**
 * Which terminal serves which zone, when and on what terms; minutes from midnight, money in minor
 * units.
 */
export const coverageSchedule = z.strictObject({
  commonHours: z.strictObject({ from: minutes, to: minutes }).nullable(),
  sameAllWeek: z.boolean(),
  commonMinSumMinor: minor,
  commonDurationMinutes: duration,
  commonFeeMinor: minor,
  defaultCity: name,
  rows: z
    .array(
      z.strictObject({
        zone: name,
        venueId: id,
        weekdays: z.int().min(0).max(127),
        from: minutes,
        to: minutes,
        priority: z.int().min(-1000).max(1000),
        minSumMinor: minor,
        durationMinutes: duration,
        feeMinor: minor,
        feeProduct: z.string().max(60),
      }),
    )
    .max(2000)
    .readonly(),
});

const ring = z.array(position).min(3).max(20_000).readonly();
/** A map as it stands on the screen or in a file. */
const zones = z
  .array(
    z.strictObject({
      id: z.string().max(100),
      name,
      colour: z.string().max(9).nullable(),
      parts: z
        .array(z.strictObject({ outline: ring, holes: z.array(ring).max(100).readonly() }))
        .max(500)
        .readonly(),
    }),
  )
  .max(2000)
  .readonly();

/**
 * Which map: the one that iiko Cloud has, a draft (the one at hand by default; iiko's while nothing is
 * drawn), a kept version, one told whole, or a file's.
 */
const mapChoice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('iiko') }),
  z.strictObject({ type: z.literal('draft'), draft: id.optional() }),
  z.strictObject({ type: z.literal('version'), version: id }),
  z.strictObject({ type: z.literal('zones'), zones }),
  z.strictObject({ type: z.literal('file'), path: z.string().min(1).max(1000) }),
]);

/** Which terminals and hours: iiko's, or those saved here (iiko's where none are saved). */
const scheduleChoice = z.enum(['iiko', 'saved']);

/** The zones that are asked about, read. */
export type MapChoice = z.output<typeof mapChoice>;

/** The terminals and hours that are asked about. */
export type ScheduleChoice = z.output<typeof scheduleChoice>;

/** Orders and map of one side of a rehearsal. */
const side = z.strictObject({ map: mapChoice, schedule: scheduleChoice });

const run = z.string().min(1).max(60);

/** Terminals, hours and terms of zones; one address; last month over a draft. */
export const zoneCoverage = {
  /** Terminals and hours, what is wrong with them, and how iiko's differ. */
  open: ask('list', z.strictObject({ map: mapChoice })).gives<CoverageState>(),
  /** Saves terminals and hours; `conflict` `zone-coverage.changed-meanwhile` when `version` is not the newest (null: none yet). Needs `edit-settings`. */
  save: ask(
    'core',
    z.strictObject({
      organizationId: id,
      version: id.nullable(),
      schedule: coverageSchedule,
    }),
  ).gives<Readonly<{ version: number }>>(),
  /** Asks iiko for an organization's zones, hours and fees now; a sync does once a day. Needs `edit-settings`. */
  readRestrictions: ask('core', z.strictObject({ organizationId: id })).gives<
    Readonly<{ readAt: Instant; zones: number }>
  >(),
  /** Puts a terminal on the map; null: where its address or orders say. */
  placeTerminal: ask(
    'core',
    z.strictObject({ venueId: id, at: position.nullable() }),
  ).gives<null>(),

  /** Addresses that were delivered to and begin like this. */
  suggest: ask('list', z.strictObject({ text: z.string().max(200) })).gives<
    readonly AddressSuggestion[]
  >(),
  /** Looks an address up: among own orders first, then at the geocoder, if there is one. */
  findAddress: ask(
    'core',
    z.strictObject({
      text: z.string().trim().min(1).max(200),
      ownOnly: z.boolean().default(false),
    }),
  ).gives<AddressAnswer>(),
  /** What would happen to an order there and then. */
  testPlace: ask(
    'list',
    z.strictObject({
      at: position,
      /** Minutes of the week from Monday 00:00 at the place; null: now. */
      minute: z.int().min(0).max(10_079).nullable(),
      sumMinor: minor,
      map: mapChoice,
      schedule: scheduleChoice,
    }),
  ).gives<PlaceAnswer>(),
  /** Which geocoder is asked; null: none. The key itself is never told. */
  geocoder: ask('list', z.strictObject({})).gives<Readonly<{ vendor: GeocoderName | null }>>(),
  /** Sets the geocoder after trying its key with one address; null takes it away. Needs `edit-settings`. */
  saveGeocoder: ask(
    'core',
    z.strictObject({
      geocoder: z
        .strictObject({ vendor: z.enum(GEOCODERS), key: z.string().trim().min(8).max(200) })
        .nullable(),
    }),
  ).gives<null>(),

  /** Replays a period's orders over two maps and schedules. One at a time: a new one ends the one before. */
  rehearse: ask(
    'report',
    z.strictObject({ run, period, before: side, after: side }),
  ).gives<Rehearsal>(),
  /** How far the running rehearsal is; null when it does not run. */
  progress: ask('report', z.strictObject({ run })).gives<Readonly<{
    done: number;
    total: number;
  }> | null>(),
  /** Ends a rehearsal: its question is answered by `conflict` `zone-coverage.cancelled`. */
  cancel: ask('report', z.strictObject({ run })).gives<null>(),
  /** The orders behind a figure, the latest promise first; `not-found` `zone-coverage.run-gone` when newer runs pushed it out. */
  behind: ask(
    'report',
    z.strictObject({
      run,
      currency: z.string().max(10),
      changes: z.array(z.enum(CHANGES)).min(1).max(CHANGES.length),
      zoneBefore: name.nullable(),
      zoneAfter: name.nullable(),
      terminalBefore: id.nullable(),
      terminalAfter: id.nullable(),
      hour: z.int().min(0).max(23).nullable(),
      /** Why they are not served after the change. */
      reason: z.enum(REASONS).nullable().default(null),
      /** Only those whose way becomes longer. */
      longer: z.boolean().default(false),
      /** So many of them were shown before. */
      skip: z.int().min(0),
      count: z.int().min(1).max(200),
    }),
  ).gives<PlacedPage>(),
  /** Orders whose own zone is not the one of the map, newest first. */
  disagreements: ask(
    'report',
    z.strictObject({
      period,
      map: mapChoice,
      /** Orders stored before this one; null: from the newest. */
      before: id.nullable(),
      count: z.int().min(1).max(200),
    }),
  ).gives<Readonly<{ orders: readonly ZoneDisagreement[]; next: number | null; looked: number }>>(),
  /** Schedules, terminals' places, restrictions or the geocoder changed. */
  changed: announcement<null>(),
};
