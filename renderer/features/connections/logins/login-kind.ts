import type { FC } from 'react';
import type { Connection, ProbeReport } from '../../../../main/contract/connections.ts';

/** What is wrong, by field; the fields themselves know the texts. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/** What the fields of a vendor’s login are given. */
export type LoginFieldsProps<Draft> = Readonly<{
  draft: Draft;
  /** Empty until the form was sent once: nobody is scolded while typing. */
  problems: Problems;
  onChange: (change: Partial<Draft>) => void;
}>;

/** What is shown of a test beside its steps, for a vendor that has more to say. */
export type FindingsProps<Draft> = Readonly<{
  report: ProbeReport;
  /** Takes what a person accepted into the draft, and tests again. */
  onAccept: (change: Partial<Draft>) => void;
}>;

/** How one system's login is typed, checked and explained; the rest of the wizard is the same. */
export type LoginKind<Draft> = Readonly<{
  vendor: string;
  empty: Draft;
  /** The draft for what is stored; the login itself is never shown. */
  draftOf(settings: Connection['settings']): Draft;
  Settings: FC<LoginFieldsProps<Draft>>;
  Secret: FC<LoginFieldsProps<Draft>>;
  /** What matters once it works: shown where a connection is changed, not where it is added. */
  Later?: FC<LoginFieldsProps<Draft>>;
  Help: FC<{ readonly draft: Draft }>;
  /** What a test means beyond its steps; null: nothing. */
  Findings: FC<FindingsProps<Draft>> | null;
  settingProblems(draft: Draft): Problems;
  secretProblems(draft: Draft): Problems;
  settingsOf(draft: Draft): Record<string, string>;
  secretOf(draft: Draft): Record<string, string>;
  /** How far back is offered, and the key of the note below it. */
  historyDays: number;
  historyNote: string;
}>;
