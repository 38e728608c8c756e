import type { TFunction } from 'i18next';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import type { Format } from '../../../shared/format/use-format.ts';

/** A finding as a sentence. */
export function findingText(t: TFunction, format: Format, finding: ZoneFinding): string {
  const [one, other] = finding.zones.map(({ name }) => name.trim() || t('zone-map.unnamed'));
  const metres = (value: number): string => format.number(value, value < 10 ? 1 : 0);
  return t(`zone-map.finding.${finding.kind}`, {
    one,
    other: other ?? '',
    count: finding.zones.length,
    area: 'areaM2' in finding ? metres(finding.areaM2) : '',
    width: 'widthM' in finding ? metres(finding.widthM) : '',
    parts: 'parts' in finding ? finding.parts : '',
    vertices: 'vertices' in finding ? finding.vertices : '',
    distance: 'distanceKm' in finding ? format.number(finding.distanceKm) : '',
  });
}
