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
