import type { ProbeStep } from '../domain/probe-step.ts';

/** What a step of a connection test saw: a key under `connections.evidence.` and its values. */
export type Evidence = Pick<ProbeStep, 'state' | 'evidence' | 'params'>;

const seen =
  (state: Evidence['state']) =>
  (evidence: string, params: ProbeStep['params'] = {}): Evidence => ({ state, evidence, params });

/** The step found what it looked for. */
export const passed = seen('passed');

/** The step found something to know of before the connection is used. */
export const warned = seen('warned');
