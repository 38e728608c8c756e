/**
 * How the restaurant is built, asked once: which settings are right depends on it (features 65;
 * `iiko-local.md` 5.1 C4–C8). One venue: its own server is the call centre. A chain: a server of its
 * own is. Terminal delivery: orders go to the terminal by themselves. Centralised: operators.
 */
export type ConfigTopology = Readonly<{
  venues: 'one' | 'chain';
  delivery: 'terminal' | 'centralised';
  /** Whether iiko hosts the server (`*.iiko.it`, over the internet) or it stands on the premises. */
  server: 'hosted' | 'local';
  /** Address of the call-centre server, when it is known. */
  callCentreUrl: string | null;
}>;

/** What the rules need beside the file itself. */
export type ConfigSurroundings = Readonly<{
  topology: ConfigTopology | null;
  /** The venue's own server, from `config.xml` of the same profile. */
  ownServerUrl: string | null;
}>;

/** Nothing is known but the file: only rules that hold everywhere. */
export const NOTHING_KNOWN: ConfigSurroundings = { topology: null, ownServerUrl: null };
