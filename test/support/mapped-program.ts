import { afterEach, beforeEach } from 'vitest';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import type { MappingChange } from '../../main/domain/status-mapping/status-mapping.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { applicationWith, ask, type FilledApplication } from './application-with-orders.ts';
import { save } from './store-with-orders.ts';

/** The present of these tests. */
export const NOW = Date.UTC(2026, 10, 20, 9, 0);

/** A wall clock time of the day of NOW. */
export const today = (time: string): string => `2026-11-20 ${time}:00.000`;

/** What the orders' statuses are, in turn; iiko does not know the fourth. */
export const STATUSES = ['Closed', 'OnWay', 'Cancelled', 'Готовится на фуд-корте', 'WaitCooking'];

/** A program whose statuses are mapped: 40 orders, eight in each status. */
export type MappedProgram = Readonly<{
  program(): FilledApplication;
  /** Asks about the mapping: topic without its first word, input. */
  core<T>(topic: string, input?: unknown): Promise<T>;
  board(): Promise<StatusBoard>;
}>;

function fillForty(db: WritableDb): void {
  const orders = Array.from({ length: 40 }, (_, index) =>
    orderInfo(index + 1, {
      status: STATUSES[index % STATUSES.length]!,
      sum: 1000.5 + index,
      whenCreated: today('10:00'),
      completeBefore: today('11:00'),
    }),
  );
  save(db, orders);
}

/** Another program for each test of the file that calls this, over forty orders or what `fill` saves. */
export function mappedProgramOfTest(fill = fillForty): MappedProgram {
  let program: FilledApplication;
  beforeEach(() => {
    program = applicationWith(fill, () => NOW);
  });
  afterEach(() => program.close());
  const core: MappedProgram['core'] = (topic, input = {}) =>
    ask(program.application, `statusMapping.${topic}`, input);
  return { program: () => program, core, board: () => core('board', { period: null }) };
}

/** A status moved in every organization. */
export const everywhere = (status: string, group: MappingChange['group']): MappingChange => ({
  organizationId: 0,
  system: 'iiko-cloud',
  status,
  group,
});
