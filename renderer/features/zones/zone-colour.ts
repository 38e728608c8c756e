import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';

/** Told apart with any colour vision (Okabe–Ito), by the zone's place in the list. */
export const ZONE_COLOURS = [
  '#0072b2',
  '#009e73',
  '#e69f00',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#8f6bc2',
  '#6e8b3d',
] as const;

/** The zone's own colour, or the one of its place. */
export const colourOf = (zone: Pick<DeliveryZone, 'colour'>, place: number): string =>
  zone.colour ?? ZONE_COLOURS[place % ZONE_COLOURS.length]!;
