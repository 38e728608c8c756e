import type { ConfigFile, ConfigValues } from '../../contract/config-files.ts';
import type { FleetComparison, FleetMember } from '../../contract/fleet.ts';
import { knownElement } from '../../domain/config-catalogue.ts';
import type { ConfigFileKind } from '../../domain/config-file.ts';
import type { ConfigSurroundings, ConfigTopology } from '../../domain/config-topology.ts';
import { fleetDifference } from '../../domain/fleet-difference.ts';
import type { FleetFile, FleetTerminal, FleetValue } from '../../domain/fleet-terminal.ts';
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
  const tills = [...places].toSorted(([left], [right]) => left.localeCompare(right, 'ru'));
  const terminals = tills.map(([place, own]) => terminalOf(place, own, values, topology));
  return {
    members: tills.map(([place, own]) => memberOf(place, own)),
    rows: fleetDifference(terminals, FLEET_SETTINGS),
  };
}

function memberOf(place: string, files: readonly ConfigFile[]): FleetMember {
  const [first] = files;
  return {
    id: place,
    name: first ? memberName(first) : place,
    owner: first?.owner ?? '',
    editable: files.some(({ editable }) => editable),
  };
}

/** What a till is called: whose it is, and the last folders of its place where that does not tell it apart. */
export const memberName = ({ owner, place }: ConfigFile): string =>
  owner === '' ? place : `${owner} · ${place.split(/[\\/]/).slice(-2).join('/')}`;

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
