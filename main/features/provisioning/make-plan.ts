import type { ProvisioningFile, ProvisioningProblems } from '../../contract/provisioning.ts';
import type { JsonPath } from '../../documents/json/positioned-json.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';
import { findMistakes } from './find-mistakes.ts';
import { isNamed } from './is-named.ts';
import { openSecret } from './open-secrets.ts';
import type { Plan, ProvisioningParts, ReadyConnection } from './provisioning-parts.ts';
import { placed, readFile, type ReadFile } from './read-file.ts';

/** The plan of a file, or everything that is wrong with it. */
export type Planned =
  | Readonly<{ plan: Plan; problems: readonly [] }>
  | Readonly<{ plan: null; problems: ProvisioningProblems }>;

/** Reads the file and asks the outside systems it names; changes nothing. */
export async function makePlan(parts: ProvisioningParts, text: string): Promise<Planned> {
  const read = readFile(text);
  if (read.file === null) return { plan: null, problems: read.problems };
  const mistakes = findMistakes(read);
  if (mistakes.length > 0) return { plan: null, problems: mistakes };
  const problems: FailureData[] = [];
  const tried = <Value>(path: JsonPath, work: () => Promise<Value>): Promise<Value | null> =>
    work().catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      problems.push(placed(error, path, read.written));
      return null;
    });
  const connections = await eachInTurn(read.file.connections, (entry, at) =>
    tried(['connections', at, 'secret'], () => openLogin(parts, entry)).then((secret) =>
      secret === null
        ? null
        : tried(['connections', at], async () => ({
            entry,
            ready: await ready(parts, read, entry, secret),
          })),
    ),
  );
  const profiles = await eachInTurn(read.file.profiles, (entry, at) =>
    tried(['profiles', at, 'pin'], async () => ({ entry, pin: await hashed(parts, entry.pin) })),
  );
  problems.push(...findStrangers(read, connections));
  if (problems.length > 0) return { plan: null, problems };
  return {
    plan: { ...read, connections: all(connections), profiles: all(profiles) },
    problems: [],
  };
}

type Connection = ProvisioningFile['connections'][number];
type Asked = Readonly<{ entry: Connection; ready: ReadyConnection }>;

const all = <Value>(list: readonly (Value | null)[]): readonly Value[] =>
  list.filter((one) => one !== null);

async function eachInTurn<Item, Value>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const done: Value[] = [];
  for (const [at, item] of items.entries()) done.push(await work(item, at));
  return done;
}

type Login = Readonly<Record<string, string>>;

const openLogin = ({ outside }: ProvisioningParts, { secret }: Connection): Promise<Login> =>
  openSecret<Login>(outside, secret);

async function ready(
  parts: ProvisioningParts,
  { file }: ReadFile,
  { vendor, name, settings, historyDays, pollSeconds }: Connection,
  secret: Login,
): Promise<ReadyConnection> {
  return parts.prepareConnection({
    vendor,
    name: name ?? '',
    settings,
    secret,
    historyDays,
    pollSeconds,
    zone: file.zone ?? null,
    demo: false,
  });
}

async function hashed(
  { outside, hashPin }: ProvisioningParts,
  written: ProvisioningFile['profiles'][number]['pin'],
) {
  if (written === undefined) return null;
  const pin = await openSecret<string>(outside, written);
  if (!/^\d{4,12}$/.test(pin)) throw new Failure('invalid', 'provisioning.bad-pin');
  return hashPin(pin);
}

/** Organizations and venues that the file names and no vendor has. */
function findStrangers(read: ReadFile, asked: readonly (Asked | null)[]): FailureData[] {
  return asked.flatMap((one, at) =>
    (one?.entry.organizations ?? []).flatMap((wanted, place) => {
      const path = ['connections', at, 'organizations', place];
      const { organizations, venues } = one!.ready.structure;
      const found = organizations.find((known) => isNamed(known, wanted.organization));
      if (!found) return [placed(stranger(wanted.organization), path, read.written)];
      const here = venues.filter(({ organizationId }) => organizationId === found.id);
      return (wanted.venues ?? [])
        .filter((name) => !here.some((known) => isNamed(known, name)))
        .map((name) => placed(stranger(name), [...path, 'venues'], read.written));
    }),
  );
}

const stranger = (name: string): Failure =>
  new Failure('not-found', 'provisioning.stranger', { name });
