import type { ZoneFinding } from '../../domain/zones/zone-finding.ts';

/** A finding as the command line prints it. */
export type ToldFinding = Readonly<{
  kind: string;
  zones: readonly string[];
  areaM2?: number;
  at?: Readonly<{ latitude: number; longitude: number }>;
}>;

/** Findings that are a matter of taste: they decide nothing and are told beside the document. */
export const isHint = ({ kind }: ZoneFinding): boolean =>
  kind === 'gap' || kind === 'too-many-vertices';

/** To a square centimetre or so: more digits would only pretend. */
export const roundedArea = (areaM2: number): number => Math.round(areaM2 * 10_000) / 10_000;

/** The finding with zones by their names. */
export function toldFinding(finding: ZoneFinding): ToldFinding {
  const { kind, zones, at } = finding;
  return {
    kind,
    zones: zones.map(({ name }) => name),
    ...('areaM2' in finding ? { areaM2: roundedArea(finding.areaM2) } : {}),
    ...(at ? { at: { latitude: at[1], longitude: at[0] } } : {}),
  };
}
