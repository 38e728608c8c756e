/** How a port of another PC answered one knock. */
export type PortAnswer = Readonly<{
  port: number;
  transport: 'tcp' | 'udp';
  /** `silent`: nothing came back in time, as behind a firewall. */
  state: 'answers' | 'closed' | 'silent' | 'name-not-found';
  elapsedMs: number;
}>;

/** Ports of this PC that a call of iiko needs, by TCP and by UDP (K2). */
export const CALL_PORTS = { first: 5700, last: 5750 } as const;

/** One of them that a program holds already. */
export type TakenPort = Readonly<{ port: number; transport: 'tcp' | 'udp' }>;
