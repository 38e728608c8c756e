import type { Explanation, SourceName } from '../../contract/attribution.ts';
import type { Evidence } from '../../domain/attribution/attribution.ts';
import { pathKey, type SourcePath } from '../../domain/attribution/attribution-source.ts';
import { Failure } from '../../domain/failure.ts';
import { maskPhone, maskPhonesInText } from '../../domain/phone.ts';
import { readConclusion } from '../../store/attribution/attribution-conclusions.ts';
import { isDue } from '../../store/attribution/attribution-due.ts';
import { readRules } from '../../store/attribution/attribution-rules.ts';
import { findSource, readShownNames } from '../../store/attribution/attribution-sources.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import { concludeCase, gatherCase } from './gather-case.ts';

/** Why an order has its source; `not-found` `orders.unknown` when it is not stored. */
export function explainOrder(db: ReadableDb, orderId: number): Explanation {
  const { version, rules } = readRules(db);
  const gathered = gatherCase(db, orderId, rules);
  if (!gathered) throw new Failure('not-found', 'orders.unknown', { orderId });
  const evidence = concludeCase(db, gathered.facts, rules);
  const stored = readConclusion(db, orderId);
  return {
    evidence: hasRight(db, 'see-phones') ? evidence : masked(evidence),
    rules,
    rulesVersion: version,
    waiting: stored?.rulesVersion !== version || isDue(db, orderId),
    names: namesOf(db, evidence),
  };
}

function namesOf(db: ReadableDb, evidence: Evidence): SourceName[] {
  const paths = [
    evidence.source,
    ...evidence.touches.map(({ path }) => path),
    ...evidence.chain.map(({ path }) => path),
    ...evidence.models.flatMap(({ credits }) => credits.map(({ path }) => path)),
    ...evidence.tries.flatMap(({ judgements }) => judgements.flatMap(({ path }) => path ?? [])),
  ].filter((path): path is SourcePath => Array.isArray(path) && path.length > 0);
  const unique = new Map(paths.map((path) => [pathKey(path), path]));
  return [...unique].map(([key, path]) => {
    const sourceId = findSource(db, path);
    const shown = sourceId === null ? null : readShownNames(db, sourceId);
    return { key, names: shown?.names ?? path, colour: shown?.colour ?? null };
  });
}

/** Phones are masked alike everywhere, so that what was equal still is. */
function masked(evidence: Evidence): Evidence {
  const hide = (tail: string): string => maskPhone([...tail].toReversed().join(''));
  const { facts } = evidence;
  return {
    ...evidence,
    facts: {
      ...facts,
      phoneTail: hide(facts.phoneTail),
      imported: facts.imported.map((touch) => ({
        ...touch,
        phoneTail: touch.phoneTail === null ? null : hide(touch.phoneTail),
        text: maskPhonesInText(touch.text),
      })),
    },
    touches: evidence.touches.map((touch) => ({ ...touch, value: maskPhonesInText(touch.value) })),
  };
}
