/** How a port of another PC answered one knock. */
export type PortAnswer = Readonly<{
  port: number;
  transport: 'tcp' | 'udp';
  /** `silent`: nothing came back in time, as behind a firewall. */
  state: 'answers' | 'closed' | 'silent' | 'name-not-found';
  elapsedMs: number;
}>;
