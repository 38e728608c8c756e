import type { attribution, RulesView } from '../../contract/attribution.ts';
import type { Handlers } from '../../contract/define.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { readProgress } from '../../store/attribution/attribution-due.ts';
import {
  readRules,
  readRulesVersions,
  saveRules,
} from '../../store/attribution/attribution-rules.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';

/** The rules in force, their versions, and how far orders are concluded by them. */
export function viewRules(db: ReadableDb): RulesView {
  const versions = readRulesVersions(db);
  const { version, rules } = readRules(db);
  return { version, rules, versions, ...readProgress(db) };
}

/** Puts rules in force as a new version and lets the orders be concluded again. */
export function changeRules(
  db: WritableDb,
  outside: Pick<Outside, 'now'>,
  wake: () => void,
): Pick<Handlers<typeof attribution, 'core'>, 'applyRules'> {
  return {
    applyRules({ rules, basedOn }) {
      requireRight(db, 'edit-settings');
      if (readRules(db).version !== basedOn) {
        throw new Failure('conflict', 'attribution.rules-changed');
      }
      saveRules(db, rules, readActiveProfile(db)?.name ?? '', outside.now());
      wake();
      return viewRules(db);
    },
  };
}
