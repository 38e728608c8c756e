/** A step of connecting a restaurant to iiko.biz (`features.md` rows 11–13). */
export type WalkStep =
  | 'port'
  | 'api-user'
  | 'registered'
  | 'licence'
  | 'api-on'
  | 'restaurant'
  | 'orders';

/** `unknown`: no probe has told yet. */
export type WalkItem = Readonly<{ step: WalkStep; state: 'done' | 'open' | 'unknown' }>;

/** What a connection test says, as far as the walk-through goes by it. */
export type WalkEvidence = readonly Readonly<{
  step: string;
  state: 'passed' | 'warned' | 'failed';
  evidence: string;
}>[];

type State = WalkItem['state'];

/**
 * Which steps real probes have proven, in the order they are made. Nothing is ticked by hand: a step
 * that nothing has shown stays unknown.
 */
export function walkThrough(report: WalkEvidence): readonly WalkItem[] {
  const seen = new Map(report.map((one) => [one.step, one]));
  const told = (step: string): string => seen.get(step)?.evidence ?? '';
  const passed = (step: string): boolean => seen.get(step)?.state === 'passed';
  const any = (code: string): boolean => report.some(({ evidence }) => evidence === code);
  const judged = (done: boolean, open: boolean): State =>
    done ? 'done' : open ? 'open' : 'unknown';
  const states: Readonly<Record<WalkStep, State>> = {
    port: judged(answered(report), any('iiko-biz.port-blocked') || any('biz-port-closed')),
    'api-user': judged(passed('token'), told('token') === 'iiko-biz.login-refused'),
    registered: judged(passed('organizations'), told('organizations') === 'biz-organizations-none'),
    licence: judged(passed('organizations') && !any('iiko-biz.licence'), any('iiko-biz.licence')),
    'api-on': judged(
      passed('venues'),
      told('venues') === 'biz-venues-none' || told('venues') === 'iiko-biz.request-refused',
    ),
    restaurant: judged(passed('alive'), told('alive') === 'biz-alive-partly'),
    orders: judged(passed('orders'), false),
  };
  return (Object.keys(states) as WalkStep[]).map((step) => ({ step, state: states[step] }));
}

/** A refusal is an answer too: whoever refused us was reached. */
const answered = (report: WalkEvidence): boolean =>
  report.some(
    ({ state, evidence }) =>
      state === 'passed' ||
      evidence === 'iiko-biz.login-refused' ||
      evidence === 'iiko-biz.licence',
  );
