import type { attribution } from '../../contract/attribution.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { changeImports, resumeImports } from './change-imports.ts';
import { changeRules } from './change-rules.ts';
import { changeSources } from './change-sources.ts';
import { concludeInBackground } from './conclude-in-background.ts';

/** The writing half: conclusions in the background, rules, sources, imports. */
export type Attribution = Readonly<{
  handlers: Handlers<typeof attribution, 'core'>;
  /** Hears what the core announces: stored orders are to be concluded. */
  hear(topic: string): void;
}>;

/** Begins where the last run stopped. */
export function createAttribution(
  db: WritableDb,
  outside: Pick<Outside, 'now' | 'dataFolder' | 'log'>,
  announce: Announce,
): Attribution {
  const concluder = concludeInBackground(db, announce, outside.log);
  const handlers = {
    ...changeRules(db, outside, concluder.wake),
    ...changeSources(db, outside, announce),
    ...changeImports(db, outside, announce, concluder.wake),
  };
  void resumeImports(db).finally(concluder.wake);
  return {
    handlers,
    hear(topic) {
      if (topic === 'orders.changed') concluder.heard();
    },
  };
}
