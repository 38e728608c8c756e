import type { InputOf } from '../../contract/define.ts';
import type { zoneFiles, ZoneFileRepaired, ZoneRepairStep } from '../../contract/zone-files.ts';
import { repairZones } from '../../domain/zones/repair/repair-zones.ts';
import type { RepairPlan } from '../../domain/zones/repair/zone-repair.ts';
import { verdictOf } from '../../domain/zones/zone-verdict.ts';
import type { ReaderOutside } from '../../outside.ts';
import { openZoneFile } from './check-zone-file.ts';
import { handOutZones } from './hand-out-zones.ts';

type Input = InputOf<typeof zoneFiles.repair>;

/** Repairs a map and leaves the result to be fetched; the file itself stays as it is. */
export async function repairZoneFile(
  { dataFolder }: Pick<ReaderOutside, 'dataFolder'>,
  { path, format, cities, ...choices }: Input,
): Promise<ZoneFileRepaired> {
  const { zones, report } = await openZoneFile(path);
  const repaired = repairZones(zones, choices, { cities });
  const made = await handOutZones(dataFolder, format, repaired.zones, report.title ?? '');
  const steps = repaired.steps.map(stepOf);
  return { ...made, steps, left: repaired.left, verdict: verdictOf(repaired.left) };
}

const stepOf = ({ repair, changes, movedM2 }: RepairPlan): ZoneRepairStep => ({
  repair: repair.kind,
  zones: changes.flatMap(({ before, after }) => (after ?? before)?.name ?? []),
  movedM2,
});
