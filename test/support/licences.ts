import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * npm run licences: one line per third-party package of the lock file, by licence. With --shipped
 * only what ends in the installed program: what the bundles are made of, as their source maps say,
 * and the dependencies that lie beside them. With --texts each with the text of its licence.
 */
type LockEntry = { version?: string; license?: string; dev?: boolean; optional?: boolean };
type Lock = { packages: Record<string, LockEntry> };
type Manifest = { license?: string | { type?: string } };
type Package = Readonly<{ name: string; path: string; version: string; licence: string }>;

const ROOT = resolve(import.meta.dirname, '../..');
/** Where a package lies, others around it or not. */
const INSIDE = /node_modules\/(?:(?:@[^/]+\/)?[^/]+\/node_modules\/)*(?:@[^/]+\/)?[^/]+(?=\/)/;
const TEXT = /^(?:licen[cs]e|copying|notice)/i;

function readLicence(path: string, entry: LockEntry): string {
  if (entry.license !== undefined) return entry.license;
  const file = join(ROOT, path, 'package.json');
  if (!existsSync(file)) return 'not stated';
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return (typeof license === 'string' ? license : license?.type) ?? 'not stated';
}

/** Folders of the packages whose code is in a bundle of `dist`. */
function bundledPaths(): ReadonlySet<string> {
  const maps = globSync('dist/{main,preload,renderer}/**/*.map', { cwd: ROOT });
  if (maps.length === 0) throw new Error('Nothing is built yet: npm run build.');
  const sources = maps.flatMap(
    (map) => (JSON.parse(readFileSync(join(ROOT, map), 'utf8')) as { sources: string[] }).sources,
  );
  return new Set(sources.flatMap((source) => INSIDE.exec(source)?.[0] ?? []));
}

/** What is drawn or read as it is and leaves no trace in a map: fonts, icons, land. */
const AS_IT_IS = new Set(['@fontsource-variable/inter', 'better-sqlite3', 'electron']);

function packages(shippedOnly: boolean): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const bundled = shippedOnly ? bundledPaths() : new Set<string>();
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (name === '' || (shippedOnly && !bundled.has(path) && !AS_IT_IS.has(name))) return [];
    return [{ name, path, version: entry.version ?? '', licence: readLicence(path, entry) }];
  });
}

function textOf({ path, name, version, licence }: Package): string {
  const folder = join(ROOT, path);
  const files = existsSync(folder) ? namesIn(folder) : [];
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version}`, licence, '', ...texts].join('\n');
}

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && TEXT.test(entry.name) ? [entry.name] : [],
  );

const found = packages(process.argv.includes('--shipped'));
if (process.argv.includes('--texts')) {
  console.log(found.map(textOf).join(`\n\n${'-'.repeat(80)}\n\n`));
} else {
  for (const [licence, same] of [...Map.groupBy(found, ({ licence }) => licence)].toSorted(
    ([left], [right]) => left.localeCompare(right),
  )) {
    console.log(`${licence} (${same.length})`);
    for (const line of same.map(({ name, version }) => `  ${name} ${version}`).toSorted()) {
      console.log(line);
    }
  }
}
