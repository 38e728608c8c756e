import type { DiagnosisSetUp } from '../../contract/diagnosis.ts';
import type { FoundFiles } from './find-till.ts';

/** What one walk is about. */
export type WalkQuestion = Readonly<{
  found: FoundFiles;
  setUp: DiagnosisSetUp;
  /** The folder that was named; null: this PC's own iiko folders. */
  root: string | null;
  brought: boolean;
  testOrder: string | null;
}>;
