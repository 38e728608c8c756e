import type { Announce } from '../../contract/index.ts';
import type { PositionedJson } from '../../documents/json/positioned-json.ts';
import type { ConfigTopology } from '../../domain/config-files/config-topology.ts';
import type { Structure } from '../../domain/structure.ts';
import type { ProvisioningFile } from '../../contract/provisioning.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import type { StoredPin } from '../../store/profiles.ts';

/** A connection to be made, as the feature of connections takes it. */
export type WantedConnection = Readonly<{
  vendor: string;
  name: string;
  settings: Readonly<Record<string, string | number | boolean>>;
  secret: Readonly<Record<string, string>>;
  historyDays: number;
  pollSeconds: number;
  zone: string | null;
  demo: boolean;
}>;

/** A connection whose vendor answered; `store` writes it and answers its id. */
export type ReadyConnection = Readonly<{ structure: Structure; store(): number }>;

/** What preparing a PC works with: other features' acts come from the application. */
export type ProvisioningParts = Readonly<{
  db: WritableDb;
  outside: Pick<
    Outside,
    'dataFolder' | 'now' | 'log' | 'sleep' | 'seal' | 'unseal' | 'environment' | 'scheduled'
  >;
  announce: Announce;
  prepareConnection(wanted: WantedConnection): Promise<ReadyConnection>;
  hashPin(pin: string): Promise<StoredPin>;
  saveTopology(topology: ConfigTopology): unknown;
  finishFirstRun(): unknown;
  isFirstRun(): boolean;
  rederiveDays(organizationId: number): void | Promise<void>;
}>;

type Entry<K extends 'connections' | 'profiles'> = ProvisioningFile[K][number];

/** The whole file, asked about and ready: what is left needs nobody's answer. */
export type Plan = Readonly<{
  file: ProvisioningFile;
  written: PositionedJson;
  connections: readonly Readonly<{ entry: Entry<'connections'>; ready: ReadyConnection }>[];
  profiles: readonly Readonly<{ entry: Entry<'profiles'>; pin: StoredPin | null }>[];
}>;
