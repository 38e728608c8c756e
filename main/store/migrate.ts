import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';
import { copyAtOnce } from './copy-store.ts';
import { foundation } from './migrations/0001-foundation.ts';
import { syncAndProof } from './migrations/0002-sync-and-proof.ts';
import { peopleAndSettings } from './migrations/0003-people-and-settings.ts';
import { statusMapping } from './migrations/0004-status-mapping.ts';
import { attribution } from './migrations/0005-attribution.ts';
import { rollOuts } from './migrations/0006-roll-outs.ts';
import { reportFacts } from './migrations/0007-report-facts.ts';
import { configFiles } from './migrations/0008-config-files.ts';
import { diagnosis } from './migrations/0009-diagnosis.ts';
import { zoneCoverage } from './migrations/0010-zone-coverage.ts';
import { joining } from './migrations/0011-joining.ts';
import { historyAndCosts } from './migrations/0012-history-and-costs.ts';
import { zoneMaps } from './migrations/0013-zone-maps.ts';
import { keptConclusions } from './migrations/0014-kept-conclusions.ts';
import { zoneDrafts } from './migrations/0015-zone-drafts.ts';
import { listedOrganizations } from './migrations/0016-listed-organizations.ts';
import { untoldChanges } from './migrations/0017-untold-changes.ts';

/** In order, append only: a migration that was released is never edited. */
const MIGRATIONS: readonly string[] = [
  foundation,
  syncAndProof,
  peopleAndSettings,
  statusMapping,
  attribution,
  rollOuts,
  reportFacts,
  configFiles,
  diagnosis,
  zoneCoverage,
  joining,
  historyAndCosts,
  zoneMaps,
  keptConclusions,
  zoneDrafts,
  listedOrganizations,
  untoldChanges,
];

/** What `PRAGMA user_version` of a store of this program says. */
export const STORE_VERSION = MIGRATIONS.length;

/**
 * Brings the store to this program's version, each step in its own transaction, after a copy that
 * was read again. A newer store is refused (`conflict` `store.newer-than-program`).
 */
export function migrate(raw: Database.Database, path: string, now: () => number): void {
  const version = raw.pragma('user_version', { simple: true }) as number;
  if (version > STORE_VERSION) {
    raw.close();
    throw new Failure('conflict', 'store.newer-than-program', { version, known: STORE_VERSION });
  }
  if (version === STORE_VERSION) return;
  if (version > 0) copyBeside(raw, path, version, now);
  for (let step = version; step < STORE_VERSION; step += 1) applyMigration(raw, step);
}

/** Does one step, the first being 0, in its own transaction. */
export function applyMigration(raw: Database.Database, step: number): void {
  raw
    .transaction(() => {
      raw.exec(MIGRATIONS[step]!);
      raw.pragma(`user_version = ${step + 1}`);
    })
    .immediate();
}

/** Killed in its middle, the next start makes the same copy again. */
function copyBeside(
  raw: Database.Database,
  path: string,
  version: number,
  now: () => number,
): void {
  if (path === ':memory:' || !existsSync(path) || statSync(path).size === 0) return;
  const day = new Date(now()).toISOString().slice(0, 10);
  const target = join(
    dirname(path),
    'backups',
    `before-v${STORE_VERSION}-from-v${version}-${day}.sqlite`,
  );
  copyAtOnce(raw, target);
}
