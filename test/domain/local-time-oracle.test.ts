import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  businessDayOf,
  dayOf,
  offsetAt,
  readLocal,
  startOfDay,
  writeLocal,
} from '../../main/domain/local-time.ts';

const SEED = 20_261_121;
const ZONES = [
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Almaty',
  'Asia/Tbilisi',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
const moments = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2050, 0, 1) });

/** Changes of the zone's clock as Temporal lists them. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(Date.UTC(1995, 0, 1)).toZonedDateTimeISO(
    zone,
  );
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > Date.UTC(2050, 0, 1)) return changes;
    changes.push(next.epochMilliseconds);
    moment = next;
  }
}

/** Half of all moments lie within three hours of a clock change, where mistakes live. */
const near = zones.chain((zone) => {
  const changes = changesOf(zone);
  if (changes.length === 0) return fc.record({ zone: fc.constant(zone), at: moments });
  const close = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -10_800_000, max: 10_800_000 }))
    .map(([change, shift]) => change + shift);
  return fc.record({ zone: fc.constant(zone), at: fc.oneof(moments, close) });
});

const runs = { seed: SEED, numRuns: 500 };
const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

describe('local time against Temporal', () => {
  it('shows the same offset and the same clock', () => {
    fc.assert(
      fc.property(near, ({ zone, at }) => {
        const oracle = zoned(at, zone);
        expect(offsetAt(at, zone)).toBe(oracle.offsetNanoseconds / 1e6);
        const clock = oracle.toPlainDateTime().toString({ fractionalSecondDigits: 3 });
        expect(writeLocal(at, zone)).toBe(clock.replace('T', ' '));
        expect(dayOf(at, zone)).toBe(oracle.toPlainDate().toString());
      }),
      runs,
    );
  });

  it('reads every clock reading as Temporal does, and marks what is in a gap or an overlap', () => {
    fc.assert(
      fc.property(near, ({ zone, at }) => {
        const text = new Date(at).toISOString().slice(0, 23).replace('T', ' ');
        const plain = Temporal.PlainDateTime.from(text);
        const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
        const stamp = readLocal(text, zone);
        if (earlier.epochMilliseconds === later.epochMilliseconds) {
          expect(stamp).toMatchObject({ instant: later.epochMilliseconds, certainty: 'exact' });
        } else if (later.toPlainDateTime().equals(plain)) {
          expect(stamp).toMatchObject({ instant: earlier.epochMilliseconds, certainty: 'overlap' });
        } else {
          expect(stamp).toMatchObject({ instant: later.epochMilliseconds, certainty: 'gap' });
        }
      }),
      runs,
    );
  });

  it('reads back what it wrote, or the other one of an hour that came twice', () => {
    fc.assert(
      fc.property(near, ({ zone, at }) => {
        const stamp = readLocal(writeLocal(at, zone), zone);
        expect(['exact', 'overlap']).toContain(stamp.certainty);
        expect(writeLocal(stamp.instant!, zone)).toBe(writeLocal(at, zone));
        if (stamp.certainty === 'exact') expect(stamp.instant).toBe(at);
        else expect(stamp.instant).toBeLessThanOrEqual(at);
      }),
      runs,
    );
  });

  it('begins each day where Temporal begins it', () => {
    fc.assert(
      fc.property(near, ({ zone, at }) => {
        const day = dayOf(at, zone);
        const oracle = Temporal.PlainDate.from(day).toZonedDateTime(zone).startOfDay();
        expect(startOfDay(day, zone)).toBe(oracle.epochMilliseconds);
      }),
      runs,
    );
  });

  it('puts the night before the closing hour to the evening before, by the clock on the wall', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 12 }), ({ zone, at }, closingHour) => {
        const clock = zoned(at, zone).toPlainDateTime().subtract({ hours: closingHour });
        expect(businessDayOf(at, zone, closingHour)).toBe(clock.toPlainDate().toString());
      }),
      runs,
    );
  });
});
