import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAsar, type PackedFile } from './read-asar.ts';
import { readFuses, WANTED_FUSES, type FuseName } from './fuse-wire.ts';

/** What the program is made of, by the beginning of the path; anything else does not belong. */
const BELONGS: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/main\/[\w.-]+\.(?:js|mjs)$/,
  /^dist\/preload\/index\.cjs$/,
  /^dist\/renderer\/(?:index\.html|assets\/(?!.*\.map$))/,
  /^dist\/renderer\/[\w-]+\.(?:json|pmtiles|svg|png|ico|txt)$/,
  /^dist\/licences\.txt$/,
  /^resources\/(?:icons|locales|provisioning)\/[\w/-]+\.(?:png|ico|svg|json)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|README\.md|lib\/)/,
];

/** Beside the archive; what the runtime itself brings is not ours to count. */
const UNPACKED = /^(?:package\.json|dist\/main\/|node_modules\/better-sqlite3\/)/;

/** Bare Electron and 15 MB. */
const BUDGET_BYTES = 15_000_000;

/** Prints what is inside each package and answers everything that is wrong with it. */
export function findFaults(output: string, architectures: readonly string[]): readonly string[] {
  return [...architectures.flatMap((one) => faultsOf(output, one)), ...updateFaults(output)];
}

function faultsOf(output: string, architecture: string): readonly string[] {
  const folder = join(
    output,
    architecture === 'x64' ? 'win-unpacked' : `win-${architecture}-unpacked`,
  );
  const files = readAsar(join(folder, 'resources', 'app.asar'));
  const native = `node_modules/better-sqlite3/prebuilds/win32-${architecture}.node`;
  print(architecture, files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const told = (fault: string): string => `${architecture}: ${fault}`;
  return [
    ...files
      .filter(({ path }) => path !== native && !BELONGS.some((one) => one.test(path)))
      .map(({ path }) => path),
    ...(files.some(({ path }) => path === native) ? [] : [`no ${native}`]),
    ...files
      .filter(({ unpacked, path }) => unpacked !== UNPACKED.test(path))
      .map(({ path }) => `${path} on the wrong side of the archive`),
    ...files.filter(({ hashed }) => !hashed).map(({ path }) => `${path} without integrity`),
    ...(bytes > BUDGET_BYTES
      ? [`${megabytes(bytes)} over the budget of ${megabytes(BUDGET_BYTES)}`]
      : []),
    ...fuseFaults(join(folder, 'Delivery Desk.exe')),
    ...languageFaults(folder),
  ].map(told);
}

function fuseFaults(program: string): readonly string[] {
  const found = readFuses(program);
  const names = Object.keys(WANTED_FUSES) as FuseName[];
  return names
    .filter((name) => found[name] !== WANTED_FUSES[name])
    .map((name) => `fuse ${name} is ${found[name]}`);
}

const languageFaults = (folder: string): readonly string[] =>
  globSync('locales/*', { cwd: folder })
    .filter((name) => !/(?:ru|en-US)\.pak$/.test(name))
    .map((name) => `${name}: another language`);

/** The installers with their names, and what an update server is given. */
function updateFaults(output: string): readonly string[] {
  const latest = join(output, 'latest.yml');
  if (!existsSync(latest)) return ['no latest.yml'];
  const text = readFileSync(latest, 'utf8');
  const installers = globSync('*-setup.exe', { cwd: output });
  for (const name of installers) {
    console.log(
      `${megabytes(statSync(join(output, name)).size).padStart(9)}  ${name} (with a stub for Electron)`,
    );
  }
  return [
    ...(/^Delivery-Desk-[\d.]+-x64-setup\.exe$/m.test(installers.join('\n'))
      ? []
      : ['no installer for x64']),
    ...(/^Delivery-Desk-[\d.]+-arm64-setup\.exe$/m.test(installers.join('\n'))
      ? []
      : ['no installer for arm64']),
    ...installers
      .filter((name) => !text.includes(name))
      .map((name) => `${name} is not in latest.yml`),
    ...(text.includes('sha512') ? [] : ['latest.yml without sha512']),
  ];
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Folders by their size, two steps deep. */
function print(architecture: string, files: readonly PackedFile[]): void {
  const sums = new Map<string, number>();
  for (const { path, bytes } of files) {
    const place = path.split('/').slice(0, 2).join('/');
    sums.set(place, (sums.get(place) ?? 0) + bytes);
  }
  console.log(`${architecture}: ${files.length} files in the archive and beside it`);
  for (const [place, bytes] of [...sums].toSorted((left, right) => right[1] - left[1])) {
    console.log(`${megabytes(bytes).padStart(9)}  ${place}`);
  }
}
