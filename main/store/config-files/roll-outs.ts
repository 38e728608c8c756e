import type { FailureData } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { RollOutPhase, RollOutStep, RollOutStepState } from '../../domain/fleet/roll-out.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** One file of a roll-out with what is needed to resume it and to take it back. */
export type StoredStep = RollOutStep &
  Readonly<{
    fileId: number;
    terminal: string;
    /** The version the file had before; null until the step began. */
    beforeVersionId: number | null;
    failure: FailureData | null;
  }>;

/** A roll-out as it is kept. */
export type StoredRollOut = Readonly<{
  id: number;
  at: Instant;
  author: string;
  why: string;
  element: string;
  value: string | null;
  /** What the person agreed to at its start, for every file. */
  accepted: readonly string[];
  phase: RollOutPhase;
  steps: readonly StoredStep[];
}>;

type HeadRow = Readonly<{
  id: number;
  started_at: number;
  author: string;
  why: string;
  element: string;
  value: string | null;
  accepted: string;
  phase: RollOutPhase;
}>;

type StepRow = Readonly<{
  position: number;
  file_id: number;
  terminal: string;
  state: RollOutStepState;
  before_hash: string | null;
  after_hash: string | null;
  before_version_id: number | null;
  failure: string | null;
}>;

/** Every roll-out, newest first. */
export function readRollOuts(db: ReadableDb): readonly StoredRollOut[] {
  const rows = readAll<HeadRow>(
    db,
    sql`
      SELECT id, started_at, author, why, element, value, accepted, phase
      FROM roll_out
      ORDER BY id DESC`,
  );
  return rows.map((row) => toRollOut(db, row));
}

/** One roll-out; undefined when there is none with this id. */
export function readRollOut(db: ReadableDb, rollOutId: number): StoredRollOut | undefined {
  const row = readFirst<HeadRow>(
    db,
    sql`
      SELECT id, started_at, author, why, element, value, accepted, phase
      FROM roll_out
      WHERE id = ${rollOutId}`,
  );
  return row && toRollOut(db, row);
}

function toRollOut(db: ReadableDb, row: HeadRow): StoredRollOut {
  const steps = readAll<StepRow>(
    db,
    sql`
      SELECT position, file_id, terminal, state, before_hash, after_hash, before_version_id, failure
      FROM roll_out_step
      WHERE roll_out_id = ${row.id}
      ORDER BY position`,
  );
  return {
    id: row.id,
    at: row.started_at,
    author: row.author,
    why: row.why,
    element: row.element,
    value: row.value,
    accepted: JSON.parse(row.accepted) as string[],
    phase: row.phase,
    steps: steps.map(toStep),
  };
}

const toStep = (row: StepRow): StoredStep => ({
  position: row.position,
  fileId: row.file_id,
  terminal: row.terminal,
  state: row.state,
  beforeHash: row.before_hash,
  afterHash: row.after_hash,
  beforeVersionId: row.before_version_id,
  failure: row.failure === null ? null : (JSON.parse(row.failure) as FailureData),
});

/** A roll-out before it is stored. */
export type RollOutDraft = Omit<StoredRollOut, 'id' | 'phase' | 'steps'> &
  Readonly<{ targets: readonly Readonly<{ fileId: number; terminal: string }>[] }>;

/** Stores a new roll-out with every file waiting; answers its id. */
export function saveNewRollOut(db: WritableDb, draft: RollOutDraft): number {
  return inDurableTransaction(db, () => {
    const { id } = run(
      db,
      sql`
        INSERT INTO roll_out (started_at, author, why, element, value, accepted, phase)
        VALUES (${draft.at}, ${draft.author}, ${draft.why}, ${draft.element}, ${draft.value},
                ${JSON.stringify(draft.accepted)}, 'canary')`,
    );
    draft.targets.forEach(({ fileId, terminal }, position) =>
      run(
        db,
        sql`
          INSERT INTO roll_out_step (roll_out_id, position, file_id, terminal, state)
          VALUES (${id}, ${position}, ${fileId}, ${terminal}, 'waiting')`,
      ),
    );
    return id;
  });
}

/** What a roll-out does from now on; on the disk before it returns. */
export function saveRollOutPhase(db: WritableDb, rollOutId: number, phase: RollOutPhase): void {
  inDurableTransaction(db, () =>
    run(db, sql`UPDATE roll_out SET phase = ${phase} WHERE id = ${rollOutId}`),
  );
}

/** Where a step stands; on the disk before it returns, so that a crash finds it. */
export function saveRollOutStep(db: WritableDb, rollOutId: number, step: StoredStep): void {
  const failure = step.failure === null ? null : JSON.stringify(step.failure);
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
        UPDATE roll_out_step
        SET state = ${step.state}, before_hash = ${step.beforeHash},
            after_hash = ${step.afterHash}, before_version_id = ${step.beforeVersionId},
            failure = ${failure}
        WHERE roll_out_id = ${rollOutId} AND position = ${step.position}`,
    ),
  );
}
