import { z } from 'zod';
import { announcement, ask } from './define.ts';

const venueId = z.int().positive();

/** A venue as one system knows it, and the other system's venue that it is. */
export type JoinedVenue = Readonly<{
  venueId: number;
  vendor: string;
  venue: string;
  organization: string;
  joinedTo: number | null;
  /** By what they were seen to be one; null: nobody has looked. */
  by: 'id' | 'name' | 'person' | null;
  /** Their stored orders are still being looked through. */
  regrouping: boolean;
}>;

/** Venues and orders that several systems tell of. */
export const joining = {
  /** Every venue once more than one system is connected; otherwise none. */
  venues: ask('list', z.strictObject({})).gives<readonly JoinedVenue[]>(),
  /**
   * Says that a venue is another system's venue, or (null) that it is not; answers what was said
   * before, so that it can be undone. `invalid` `joining.same-system` for venues of one system.
   */
  join: ask('core', z.strictObject({ venueId, toId: venueId.nullable() })).gives<
    Readonly<{ joinedTo: number | null }>
  >(),
  changed: announcement<null>(),
};
