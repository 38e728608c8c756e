import type { Instant } from '../orders/order.ts';

/** A kept state of the map. */
export type ZoneMapVersion = Readonly<{
  id: number;
  /** The draft that it was kept from. */
  draft: number;
  author: string;
  madeAt: Instant;
  note: string;
  zones: number;
  /** When its file was taken for iiko; null: never. */
  handedAt: Instant | null;
  /** The link that its map was shared under. */
  link: string;
  /** When iiko Cloud was seen to have the very same zones. */
  provedAt: Instant | null;
}>;
