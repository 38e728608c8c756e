import type { ConfigFile, ConfigValues } from '../../contract/config-files.ts';
import type { FleetComparison } from '../../contract/fleet.ts';
import { knownElement } from '../../domain/config-files/config-catalogue.ts';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import type {
  ConfigSurroundings,
  ConfigTopology,
} from '../../domain/config-files/config-topology.ts';
import { fleetDifference } from '../../domain/fleet/fleet-difference.ts';
import type { FleetFile, FleetTerminal, FleetValue } from '../../domain/fleet/fleet-terminal.ts';
import type { ConfigEditor } from './fleet-parts.ts';
import { COMPARED_KINDS, FLEET_SETTINGS, pathOf } from './fleet-settings.ts';

/** Reads every till's files and lays them side by side. */
export async function compareFleet(editor: ConfigEditor): Promise<FleetComparison> {
  const { files } = await editor.list({});
  const compared = files.filter(({ kind }) => COMPARED_KINDS.includes(kind));
  const read = await editor.values({ fileIds: compared.map(({ id }) => id) });
  const values = new Map(read.map((one) => [one.fileId, one]));
  const topology = await editor.topology({});
  const places = Map.groupBy(compared, ({ place }) => place);
  const names = placeNames(compared);
  const nameOf = (place: string): string => names.get(place) ?? place;
  const tills = [...places].toSorted(([left], [right]) =>
    nameOf(left).localeCompare(nameOf(right), 'ru', { numeric: true }),
  );
  const terminals = tills.map(([place, own]) => terminalOf(place, own, values, topology));
  return {
    members: tills.map(([place, own]) => ({
      id: place,
      name: nameOf(place),
      owner: own[0]?.owner ?? '',
      editable: own.some(({ editable }) => editable),
    })),
    rows: fleetDifference(terminals, FLEET_SETTINGS),
  };
}

/** Names of places: whose a till is, with its last folders where that does not tell it apart. */
export function placeNames(files: readonly ConfigFile[]): ReadonlyMap<string, string> {
  const owners = new Map(files.map(({ place, owner }) => [place, owner]));
  const counts = Map.groupBy(owners.values(), (owner) => owner);
  const tail = (place: string): string => place.split(/[\\/]/).slice(-2).join('/');
  return new Map(
    [...owners].map(([place, owner]) => {
      const alone = owner !== '' && counts.get(owner)?.length === 1;
      return [place, alone ? owner : [owner, tail(place)].filter(Boolean).join(' · ')];
    }),
  );
}

function terminalOf(
  place: string,
  files: readonly ConfigFile[],
  values: ReadonlyMap<number, ConfigValues>,
  topology: ConfigTopology | null,
): FleetTerminal {
  // The newest of a kind counts: an older copy in the same place is nobody's setting.
  const newest = COMPARED_KINDS.flatMap(
    (kind) =>
      files
        .filter((file) => file.kind === kind)
        .toSorted((left, right) => right.modifiedAt - left.modifiedAt)[0] ?? [],
  );
  const front = newest.find(({ kind }) => kind === 'front');
  const around = { topology, ownServerUrl: front ? ownServer(values.get(front.id)) : null };
  const compared = newest.map(({ id, kind }): FleetFile => {
    const read = values.get(id);
    return {
      fileId: id,
      kind,
      values: !read || read.failure ? null : valuesOf(kind, read, around),
    };
  });
  return { id: place, name: place, files: compared };
}

const ownServer = (read: ConfigValues | undefined): string | null =>
  read?.values.find(({ element }) => element === 'serverUrl')?.value ?? null;

/** Repetitions (`name`, `name[2]`) become one value each of one element; absent ones keep their advice. */
function valuesOf(
  kind: ConfigFileKind,
  read: ConfigValues,
  around: ConfigSurroundings,
): readonly FleetValue[] {
  const byPath = Map.groupBy(read.values, ({ element }) => pathOf(element));
  const paths = new Set([
    ...FLEET_SETTINGS.filter((setting) => setting.kind === kind).map(({ element }) => element),
    ...byPath.keys(),
  ]);
  return [...paths].flatMap((element) => {
    const known = knownElement(kind, element);
    if (known?.value.type === 'group') return [];
    const values = (byPath.get(element) ?? []).flatMap(({ value }) => value ?? []);
    const recommended = known?.recommend(around, values[0] ?? null) ?? null;
    return [{ element, values, recommended }];
  });
}
