import type { ProvisioningProblems } from '../../contract/provisioning.ts';
import type { JsonPath } from '../../documents/json/positioned-json.ts';
import { Failure } from '../../domain/failure.ts';
import { isZone } from '../../domain/local-time.ts';
import { placed, type ReadFile } from './read-file.ts';

type Mistake = readonly [failure: Failure, path: JsonPath];

/** What no schema can tell: zones that do not exist, two profiles of one name. */
export function findMistakes(read: ReadFile): ProvisioningProblems {
  return [...zoneMistakes(read), ...profileMistakes(read)].map(([failure, path]) =>
    placed(failure, path, read.written),
  );
}

function zoneMistakes({ file }: ReadFile): readonly Mistake[] {
  const named: readonly (readonly [string | undefined, JsonPath])[] = [
    [file.zone, ['zone']],
    ...file.connections.flatMap(({ organizations }, at) =>
      organizations.map(
        ({ zone }, place) => [zone, ['connections', at, 'organizations', place, 'zone']] as const,
      ),
    ),
  ];
  return named.flatMap(([zone, path]) =>
    zone === undefined || isZone(zone)
      ? []
      : [[new Failure('invalid', 'connections.unknown-zone', { zone }), path]],
  );
}

function profileMistakes({ file }: ReadFile): readonly Mistake[] {
  const keys = file.profiles.map(({ name }) => name.normalize('NFC').toLocaleLowerCase('ru'));
  const twice = keys.flatMap((key, at): Mistake[] =>
    keys.indexOf(key) === at
      ? []
      : [
          [
            new Failure('conflict', 'profiles.name-taken', { name: file.profiles[at]!.name }),
            ['profiles', at, 'name'],
          ],
        ],
  );
  const active = file.profiles.flatMap(({ active: works }, at) => (works ? [at] : []));
  const many = active
    .slice(1)
    .map((at): Mistake => [
      new Failure('conflict', 'provisioning.two-active'),
      ['profiles', at, 'active'],
    ]);
  return [...twice, ...many];
}
