/** One step of a connection test, with what was seen. */
export type ProbeStep = Readonly<{
  step:
    | 'address'
    | 'certificate'
    | 'version'
    | 'token'
    | 'organizations'
    | 'venues'
    | 'alive'
    | 'columns'
    | 'orders'
    | 'dictionaries'
    | 'logout';
  state: 'passed' | 'warned' | 'failed';
  /** Key of the evidence text under `connections.evidence.` and its values. */
  evidence: string;
  params: Readonly<Record<string, string | number>>;
  elapsedMs: number;
}>;
