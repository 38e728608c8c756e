import type { Outcome } from '../../contract/outcome.ts';
import type { Lane } from '../../contract/define.ts';
import type { FailureData } from '../../domain/failure.ts';
import type { CarriedRequest } from './host-fetch.ts';
import type { HostName, LogEntry } from '../../outside.ts';

/** What a part of the application is told when its thread starts: plain data only. */
export type WorkerOptions = Readonly<{
  host: HostName;
  dataFolder: string;
  scheduled: boolean;
  localIikoRoots: readonly string[];
  /** Whether the host can start the demo chain. */
  demo: boolean;
  /** Whether requests go over the host's network instead of this thread's own. */
  hostFetch: boolean;
  lane: Lane;
  /** One Int32: 1 as soon as the core has opened the store; readers wait for it once loaded. */
  storeOpen: SharedArrayBuffer;
  /** The shift of a `SharedClock`; null: the PC's clock. */
  clock: SharedArrayBuffer | null;
}>;

/** What only the host's own thread can do for the core. */
export type HostRequest =
  | Readonly<{ what: 'seal'; secret: string }>
  | Readonly<{ what: 'unseal'; sealed: Uint8Array }>
  | Readonly<{ what: 'startDemo' }>
  | Readonly<{ what: 'fetch'; request: CarriedRequest }>;

/** From the host's thread to a worker. */
export type ToWorker =
  | Readonly<{ type: 'call'; id: number; topic: string; input: unknown; asJson: boolean }>
  | Readonly<{ type: 'answer'; id: number; value: unknown }>
  | Readonly<{ type: 'refusal'; id: number; failure: FailureData }>
  | Readonly<{ type: 'close' }>;

/** From a worker to the host's thread. */
export type FromWorker =
  | Readonly<{ type: 'ready' }>
  | Readonly<{ type: 'failed'; failure: FailureData }>
  | Readonly<{ type: 'outcome'; id: number; outcome: Outcome }>
  | Readonly<{ type: 'outcome-json'; id: number; json: Uint8Array<ArrayBuffer> }>
  | Readonly<{ type: 'announcement'; topic: string; value: unknown }>
  | Readonly<{ type: 'request'; id: number; request: HostRequest }>
  | Readonly<{ type: 'log'; entry: LogEntry }>;
