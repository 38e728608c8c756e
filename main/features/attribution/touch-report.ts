import type { FileRow } from '../../documents/touch-files/csv-rows.ts';
import { maskPhonesInText } from '../../domain/phone.ts';
import type {
  TouchFileReport,
  WrongReason,
  WrongRow,
} from '../../domain/attribution/touch-file.ts';
import type { RowTouch } from '../../store/attribution/touch-imports.ts';

const LISTED = 200;
const LONGEST_TEXT = 160;

/** Counts what was taken of a file and what was not, and why. */
export class TouchReport {
  rows = 0;
  readonly #reasons = new Map<WrongReason, number>();
  readonly #wrong: WrongRow[] = [];

  refuse({ row, cells }: FileRow, reason: WrongReason): void {
    this.#note(row, reason, (cells ?? []).filter((cell) => cell !== '').join(' · '));
  }

  /** Rows whose touches an earlier file (or row) had brought. */
  known(rows: readonly number[], batch: readonly RowTouch[]): void {
    const texts = new Map(batch.map(({ row, touch }) => [row, touch.text]));
    for (const row of rows) this.#note(row, 'duplicate', texts.get(row) ?? '');
  }

  #note(row: number, reason: WrongReason, text: string): void {
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    if (this.#wrong.length >= LISTED) return;
    this.#wrong.push({ row, reason, text: maskPhonesInText(text).slice(0, LONGEST_TEXT) });
  }

  toReport(): TouchFileReport {
    const refused = [...this.#reasons.values()].reduce((sum, count) => sum + count, 0);
    return {
      rows: this.rows,
      taken: this.rows - refused,
      refused,
      reasons: Object.fromEntries(this.#reasons),
      wrong: this.#wrong,
    };
  }
}
