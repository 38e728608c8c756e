import type { StoreCheck } from './domain/backups/store-check.ts';
import type { Instant } from './domain/orders/order.ts';
import type { TrustedTls } from './domain/trusted-tls.ts';

export type HostName = 'electron' | 'web' | 'command-line' | 'test';

/** One line of the program's own log; parameters never hold secrets or personal data. */
export type LogEntry = Readonly<{
  level: 'info' | 'warning' | 'error';
  code: string;
  params?: Readonly<Record<string, string | number>>;
  stack?: string;
  reference?: string;
}>;

/** What a reading part of the application needs from its host. */
export type ReaderOutside = Readonly<{
  host: HostName;
  /** Absolute path of the folder that holds the store; created when absent. */
  dataFolder: string;
  now(): Instant;
  log(entry: LogEntry): void;
}>;

/** Everything the core may touch beyond its own memory: hosts give it, tests replace it. */
export type Outside = ReaderOutside &
  Readonly<{
    fetch: typeof globalThis.fetch;
    /** TLS with servers that sign for themselves; absent: only what this PC trusts. */
    tls?: TrustedTls;
    /** Resolves after `ms`, rejects with the signal's reason when it fires first. */
    sleep(ms: number, signal: AbortSignal): Promise<void>;
    /** In [0, 1). */
    random(): number;
    /** Seals a secret so that only this user of this PC can open it. */
    seal(secret: string): Promise<Uint8Array>;
    /** The secret, or null when the key store can no longer open it. */
    unseal(sealed: Uint8Array): Promise<string | null>;
    /** Starts the demo chain (or finds the running one); null where the host has none. */
    startDemo: (() => Promise<DemoAccess>) | null;
    /** Whether sync runs by its own timetable; the command line runs it by hand. */
    scheduled: boolean;
    /** Folders that may hold iiko's own files; empty where there are none. */
    localIikoRoots: readonly string[];
    /** Names of the programs that run on this PC, for example `iikoFront.Net.exe`; absent: cannot tell. */
    runningPrograms?: () => Promise<readonly string[]>;
    /** Checks a store's file where a minute's work holds up nobody; absent: here. */
    checkStore?: (path: string) => Promise<StoreCheck>;
    /** A variable of the environment; absent: there are none. */
    environment?: (name: string) => string | undefined;
  }>;

export type DemoAccess = Readonly<{ address: string; apiLogin: string }>;
