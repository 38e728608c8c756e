import { workInBackground } from '../../domain/background-work.ts';
import { stackOf } from '../../domain/stack-of.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { JoinedVenue, joining } from '../../contract/joining.ts';
import { Failure } from '../../domain/failure.ts';
import { readPayloadAgain } from '../../sources/catalogue.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../../store/database.ts';
import { readVenueJoins, saveVenueJoin } from '../../store/joining/venue-joins.ts';
import { requireRight } from '../../store/require-right.ts';
import type { Outside } from '../../outside.ts';
import { readOrderImports } from '../../store/joining/order-imports.ts';
import { importHandlers } from './import-handlers.ts';
import { regroupVenues } from './regroup-venues.ts';

/** Joining venues and, in the background, their orders. */
export type Joining = Readonly<{
  handlers: Handlers<typeof joining, 'core'>;
  /** Goes on with what the last start left. */
  start(): void;
  /** Hears that a system told its venues. */
  hear(topic: string): void;
}>;

/** Creates the joining of what several systems tell. */
export function createJoining(
  db: WritableDb,
  outside: Pick<Outside, 'now' | 'dataFolder' | 'log'>,
  announce: Announce,
): Joining {
  const regrouping = workInBackground(
    () => regroupVenues(db, announce, readPayloadAgain),
    (error) => outside.log({ level: 'error', code: 'joining.stopped', stack: stackOf(error) }),
  );
  return {
    handlers: {
      join({ venueId, toId }) {
        requireRight(db, 'edit-connections');
        const joinedTo = joinVenue(db, venueId, toId);
        announce('joining.changed', null);
        regrouping.wake();
        return { joinedTo };
      },
      ...importHandlers({ db, announce, outside, regroup: regrouping.settled }),
    },
    start: regrouping.wake,
    hear(topic) {
      if (topic === 'connections.changed' || topic === 'sync.progressed') regrouping.wake();
    },
  };
}

function joinVenue(db: WritableDb, venueId: number, toId: number | null): number | null {
  const venues = readVenueJoins(db);
  const venue = venues.find((known) => known.venueId === venueId);
  const home = venues.find((known) => known.venueId === toId);
  if (!venue || (toId !== null && !home)) throw new Failure('not-found', 'joining.no-venue');
  if (home && (home.vendor === venue.vendor || home.joinedTo !== null)) {
    throw new Failure('invalid', 'joining.same-system', { venue: venue.venue });
  }
  inDurableTransaction(db, () => saveVenueJoin(db, venueId, toId, 'person'));
  return venue.joinedTo;
}

/** Answers of the reader: which venues are one. */
export const readJoining = (db: ReadableDb): Handlers<typeof joining, 'list'> => ({
  venues: (): readonly JoinedVenue[] => readVenueJoins(db),
  imports: () => readOrderImports(db),
});
