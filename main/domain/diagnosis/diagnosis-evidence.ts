import type { FailureData } from '../failure.ts';
import type { LogFinding } from './log-patterns.ts';
import type { Instant } from '../orders/order.ts';

/** Why a file could not be read as the vendor's XML; such a file is never written either. */
export type RefusedReason =
  | 'empty'
  | 'nul-filled'
  | 'not-well-formed'
  | 'forbidden-markup'
  | 'wrong-root'
  | 'two-roots'
  | 'unknown-encoding'
  | 'wrong-encoding'
  | 'too-large';

/** Texts of the root's children by their exact names: names are case-sensitive, lists are legal. */
export type Elements = Readonly<Record<string, readonly string[]>>;

/** What was found of `deliveryPluginConfig.xml` (`iiko-local.md` 1.1, 1.2). */
export type PluginFileEvidence =
  | Readonly<{ type: 'read'; path: string; modifiedAt: Instant; elements: Elements }>
  | Readonly<{ type: 'refused'; path: string; reason: RefusedReason; line: number }>
  | Readonly<{ type: 'unreadable'; path: string; detail: string }>
  | Readonly<{
      type: 'absent';
      searched: readonly string[];
      /** What else iiko left there: a till without the plugin's file, an office alone, nothing. */
      seen: 'till' | 'office' | 'nothing';
    }>;

/** What was told or found out about the chain; null where nobody knows (trap T2). */
export type TopologyEvidence = Readonly<{
  venues: 'one' | 'chain' | null;
  /** Address of the call-centre server as a person gave it. */
  callCentreUrl: string | null;
  tariff: 'start' | 'other' | null;
  delivery: 'terminal' | 'centralised' | null;
  /** Who says so: a person, or what was found (organizations, iikoOffice's profiles). */
  origin: 'told' | 'found' | 'nobody';
}>;

/** How one address answered `/resto/get_server_info.jsp` (`iiko-api.md` 3). */
export type ServerAnswer =
  | Readonly<{
      type: 'server';
      name: string;
      edition: string;
      version: string;
      elapsedMs: number;
    }>
  | Readonly<{ type: 'other-page'; status: number; elapsedMs: number }>
  | Readonly<{ type: 'status'; status: number; elapsedMs: number }>
  | Readonly<{
      type:
        | 'name-not-found'
        | 'no-network'
        | 'refused'
        | 'unreachable'
        /** Expired, not valid yet, or for another name: wrong whoever issued it. */
        | 'certificate'
        | 'cut-off';
      network: string;
      elapsedMs: number;
    }>
  /** Windows may trust an issuer that this program does not know. */
  | Readonly<{ type: 'issuer-unknown'; network: string; elapsedMs: number }>
  | Readonly<{ type: 'timeout'; elapsedMs: number }>;

/** A server’s address and what answered there. */
export type ServerProbe = Readonly<{ url: string; answer: ServerAnswer }>;

/** The configured address and, where it did not serve, the address it should probably be. */
export type ServerEvidence =
  | Readonly<{
      type: 'probed';
      configured: ServerProbe;
      better: ServerProbe | null;
      /** The venue's own server, where it goes by another address. */
      own: ServerProbe | null;
      /** The call centre that a person named, where it goes by another address. */
      told: ServerProbe | null;
    }>
  /** The files are of another PC: addresses of its own network mean nothing here. */
  | Readonly<{ type: 'other-pc'; url: string }>;

/** An identity that the file of a terminal had once. */
export type TerminalIdSighting = Readonly<{
  value: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}>;

/** The terminal's identity over time and over other terminals. */
export type TerminalIdEvidence = Readonly<{
  /** Of this very file, the one seen last at the end; the present one may be among them. */
  sightings: readonly TerminalIdSighting[];
  /** Files of other terminals with the same value. */
  elsewhere: readonly string[];
}>;

/** Facts of `cash-server.log` (`iiko-local.md` 1.7): the last line of each kind counts. */
export type TillLogEvidence =
  | Readonly<{ type: 'absent' }>
  | Readonly<{
      type: 'read';
      path: string;
      isMain: boolean | null;
      mainConfigured: boolean | null;
      /** Minutes east of UTC that the till believes in. */
      offsetMinutes: number | null;
      /** The till's own clock; comparable with the plugin's log only. */
      lastLineAt: number | null;
    }>;

/** The delivery plugin's last errors, explained where a pattern knows them. */
export type PluginLogEvidence =
  | Readonly<{ type: 'absent' }>
  | Readonly<{
      type: 'read';
      path: string;
      lastLineAt: number | null;
      /** Newest first; those that a later success line has outlived are left out. */
      findings: readonly LogFinding[];
      /** Errors after the last success that no pattern knows. */
      unexplained: number;
      lastUnexplained: string;
    }>;

/** What the Cloud says of the venue; `none`: no connection that could be asked. */
export type CloudEvidence =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'failed'; failure: FailureData }>
  | Readonly<{ type: 'venue-not-named'; organizations: number; venues: number }>
  | Readonly<{
      type: 'read';
      organizations: number;
      organization: string;
      venue: Readonly<{ name: string; sleeping: boolean; alive: boolean }> | null;
      /** Minutes east of UTC at the venue, null when its zone is only guessed. */
      offsetMinutes: number | null;
    }>;

/** A rule of iiko's work schedule: minutes from midnight, `to` below `from` ends after midnight. */
export type ZoneRule = Readonly<{ zone: string; weekMap: number; from: number; to: number }>;

/** Zones and hours bound to the venue (`iiko-api.md` 1.9). */
export type ZonesEvidence =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'failed'; failure: FailureData }>
  | Readonly<{
      type: 'read';
      /** The rules of this venue alone. */
      rules: readonly ZoneRule[];
      /** Rules of the whole organization. */
      allRules: number;
      zones: readonly string[];
      /** Minutes from midnight on the venue's wall clock. */
      minuteNow: number;
    }>;

/** One order on its way, as the Cloud tells it. */
export type TrailOrder = Readonly<{
  number: string;
  venue: string;
  here: boolean;
  state: 'error' | 'in-progress' | 'unconfirmed' | 'accepted' | 'cancelled' | 'moved';
  error: string;
  ageMinutes: number;
}>;

/** Orders around now; `asked` is the test order that a person named. */
export type TrailEvidence =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'failed'; failure: FailureData }>
  | Readonly<{
      type: 'read';
      asked: string | null;
      test: TrailOrder | null;
      /** Orders looked through. */
      looked: number;
      /** Of this venue, newest first. */
      recent: readonly TrailOrder[];
    }>;

/** Everything that the links are judged by. Each part was gathered without changing anything. */
export type DiagnosisEvidence = Readonly<{
  file: PluginFileEvidence;
  /** `serverUrl` of the till's own config.xml; null when unknown. */
  ownServerUrl: string | null;
  topology: TopologyEvidence;
  server: ServerEvidence;
  terminalId: TerminalIdEvidence;
  tillLog: TillLogEvidence;
  pluginLog: PluginLogEvidence;
  cloud: CloudEvidence;
  zones: ZonesEvidence;
  trail: TrailEvidence;
}>;
