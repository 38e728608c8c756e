import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * npm run licences: one line per third-party package of the lock file, by licence. With --shipped
 * only what ends in the installed program: the dependencies and what the bundles are made of.
 */
type LockEntry = { version?: string; license?: string; optional?: boolean };
type Lock = { packages: Record<string, LockEntry> };
type Manifest = { license?: string | { type?: string } };

const ROOT = resolve(import.meta.dirname, '../..');

/** Bundled into dist/ from the development dependencies, beside what `dependencies` names. */
const BUNDLED =
  /^(@fontsource-variable|@floating-ui|@mantine|@tabler|@tanstack|better-sqlite3|clsx|dayjs|i18next|libphonenumber-js|react|scheduler|temporal|use-|zod|zustand)/;

function readLicence(path: string, entry: LockEntry): string {
  if (entry.license !== undefined) return entry.license;
  const file = join(ROOT, path, 'package.json');
  if (!existsSync(file)) return 'not stated';
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return (typeof license === 'string' ? license : license?.type) ?? 'not stated';
}

const shippedOnly = process.argv.includes('--shipped');
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
const byLicence = new Map<string, Set<string>>();
for (const [path, entry] of Object.entries(lock.packages)) {
  const name = path.split('node_modules/').at(-1) ?? '';
  if (name === '' || (shippedOnly && !BUNDLED.test(name))) continue;
  const licence = readLicence(path, entry);
  const packages = byLicence.get(licence) ?? new Set();
  byLicence.set(licence, packages.add(`${name} ${entry.version ?? ''}`));
}
for (const [licence, packages] of [...byLicence].toSorted(([a], [b]) => a.localeCompare(b))) {
  console.log(`${licence} (${packages.size})`);
  for (const line of [...packages].toSorted()) console.log(`  ${line}`);
}
