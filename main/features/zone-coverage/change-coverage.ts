import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { zoneCoverage } from '../../contract/zone-coverage.ts';
import { Failure } from '../../domain/failure.ts';
import type { CoverageSchedule } from '../../domain/zone-coverage/coverage-schedule.ts';
import { EMPTY_SCHEDULE } from '../../domain/zone-coverage/coverage-schedule.ts';
import { checklistOf } from '../../domain/zone-coverage/schedule-difference.ts';
import type { Outside } from '../../outside.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
  saveTerminalPlace,
} from '../../store/zone-coverage/coverage-places.ts';
import { addSchedule, readSavedSchedule } from '../../store/zone-coverage/coverage-schedules.ts';
import { readRestrictionsTime } from '../../store/zone-coverage/kept-restrictions.ts';
import { saveGeocoder } from '../../store/zone-coverage/geocoder-settings.ts';
import { askGeocoder, findAddress } from './find-address.ts';
import { keepPlaces } from './keep-places.ts';
import { readIikoCoverage } from './known-coverage.ts';
import { readRestrictionsNow, type OpenSource } from './read-restrictions.ts';

type CoreHandlers = Handlers<typeof zoneCoverage, 'core'>;

/** The part of the writing application that zones' terminals, addresses and places are. */
export type ZoneCoverageWork = Readonly<{
  handlers: CoreHandlers;
  /** Hears every announcement of the core. */
  hear(topic: string, value: unknown): void;
  /** Resolves once places and addresses are up to date with the orders. */
  settled(): Promise<void>;
}>;

/** An address that every geocoder knows: a key is tried with it. */
const KNOWN_ADDRESS = 'Москва, Тверская улица, 7';

/** Saves terminals and hours, looks addresses up, and learns where orders go. */
export function createZoneCoverage(
  db: WritableDb,
  outside: Outside,
  announce: Announce,
  openSource: OpenSource,
): ZoneCoverageWork {
  const keeper = keepPlaces(db, outside.log);
  const restrictions = watchRestrictions(db);
  keeper.nudge([]);
  return {
    handlers: changingHandlers(db, outside, announce, openSource),
    hear(topic, value) {
      if (topic === 'orders.changed') keeper.nudge((value as { ids: readonly number[] }).ids);
      if (topic === 'sync.progressed' && restrictions.wereRead()) {
        announce('zoneCoverage.changed', null);
      }
    },
    settled: keeper.settled,
  };
}

function changingHandlers(
  db: WritableDb,
  outside: Outside,
  announce: Announce,
  openSource: OpenSource,
): CoreHandlers {
  const changing = <Value>(work: () => Value): Value => {
    requireRight(db, 'edit-settings');
    const value = work();
    announce('zoneCoverage.changed', null);
    return value;
  };
  return {
    save: (input) => changing(() => saveSchedule(db, outside.now(), input)),
    placeTerminal: ({ venueId, at }) =>
      changing(() => {
        requireTerminal(db, venueId);
        saveTerminalPlace(db, venueId, at);
        return null;
      }),
    async readRestrictions({ organizationId }) {
      requireRight(db, 'edit-settings');
      const read = await readRestrictionsNow(db, outside, openSource, organizationId);
      return changing(() => read);
    },
    findAddress: ({ text, ownOnly }) => findAddress(db, outside, text, ownOnly),
    saveGeocoder: async ({ geocoder }) => {
      requireRight(db, 'edit-settings');
      if (geocoder) await askGeocoder(outside, geocoder.vendor, geocoder.key, KNOWN_ADDRESS);
      const sealed = geocoder && { ...geocoder, secret: await outside.seal(geocoder.key) };
      return changing(() => {
        saveGeocoder(db, sealed);
        return null;
      });
    },
  };
}

/** Tells whether iiko's restrictions were read again since it was asked the last time. */
function watchRestrictions(db: WritableDb) {
  let known = readRestrictionsTime(db);
  return {
    wereRead(): boolean {
      const now = readRestrictionsTime(db);
      const newer = now !== known;
      known = now;
      return newer;
    },
  };
}

function requireTerminal(db: WritableDb, venueId: number): void {
  if (readCoverageTerminals(db).some(({ id }) => id === venueId)) return;
  throw new Failure('not-found', 'zone-coverage.no-terminal');
}

type Saving = Parameters<CoreHandlers['save']>[0];

function saveSchedule(
  db: WritableDb,
  at: number,
  { organizationId, version, schedule }: Saving,
): Readonly<{ version: number }> {
  const organization = readCoverageOrganizations(db).find(({ id }) => id === organizationId);
  if (!organization) throw new Failure('not-found', 'zone-coverage.no-organization');
  const author = readActiveProfile(db)?.name ?? '';
  return inDurableTransaction(db, () => {
    const newest = readSavedSchedule(db, organizationId);
    if ((newest?.version ?? null) !== version) {
      throw new Failure('conflict', 'zone-coverage.changed-meanwhile', {
        author: newest?.author ?? '',
      });
    }
    const now = readIikoCoverage(db, organization, readCoverageTerminals(db))?.schedule ?? null;
    const begun = newest && isUnderWay(newest.schedule, newest.begun, now) ? newest.begun : now;
    return { version: addSchedule(db, organizationId, { schedule, begun }, { author, at }) };
  });
}

/** While something is still to be entered, what was entered stays ticked. */
const isUnderWay = (
  schedule: CoverageSchedule,
  begun: CoverageSchedule | null,
  now: CoverageSchedule | null,
): boolean =>
  checklistOf(schedule, begun ?? EMPTY_SCHEDULE, now ?? EMPTY_SCHEDULE).some(({ done }) => !done);
