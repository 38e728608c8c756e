import { describe, expect, it } from 'vitest';
import type { SyncProgress, SyncState } from '../../../main/contract/sync.ts';
import { activityOf, dataAge, todayState } from '../../../renderer/app/status/data-state.ts';
import { idleConnection, statement } from '../../support/idle-answers.ts';

const NOW = Date.now();
const MINUTE = 60_000;

const agedBy = (minutes: number, over: Partial<ReturnType<typeof idleConnection>> = {}) => {
  const { lastRun } = idleConnection();
  const finishedAt = NOW - minutes * MINUTE;
  return idleConnection({ dataAt: finishedAt, lastRun: { ...lastRun!, finishedAt }, ...over });
};

const progress = (over: Partial<SyncProgress>): SyncProgress => ({
  phase: 'windows',
  done: 1,
  total: 10,
  etaMs: 1000,
  orders: 5,
  ...over,
});

const running = (over: Partial<SyncProgress>): SyncState => ({
  type: 'running',
  startedAt: NOW,
  progress: progress(over),
  cancellable: true,
});

const waiting: SyncState = {
  type: 'waiting',
  retryAt: NOW + MINUTE,
  attempt: 1,
  failure: { kind: 'unreachable', code: 'iiko-cloud.unreachable', params: {} },
};

describe('dataAge', () => {
  it('is that of the oldest connection, in three steps', () => {
    expect(dataAge([agedBy(1)], NOW)?.freshness).toBe('fresh');
    expect(dataAge([agedBy(1), agedBy(10)], NOW)).toMatchObject({
      freshness: 'ageing',
      ageMs: 10 * MINUTE,
    });
    expect(dataAge([agedBy(16), agedBy(1)], NOW)?.freshness).toBe('stale');
  });

  it('is counted by this clock even when the vendor’s is an hour off', () => {
    const offByHour = agedBy(1, { dataAt: NOW + 60 * MINUTE });
    expect(dataAge([offByHour], NOW)).toMatchObject({ at: NOW + 60 * MINUTE, ageMs: MINUTE });
  });

  it('leaves out what is paused or has no data yet', () => {
    expect(dataAge([agedBy(60, { state: { type: 'paused' } }), agedBy(1)], NOW)?.ageMs).toBe(
      MINUTE,
    );
    expect(dataAge([idleConnection({ dataAt: null, lastRun: null })], NOW)).toBe(null);
    expect(dataAge([], NOW)).toBe(null);
  });

  it('still tells how old the data is when everything is paused', () => {
    const paused = agedBy(60, { state: { type: 'paused' } });
    expect(dataAge([paused], NOW)).toMatchObject({ ageMs: 60 * MINUTE, freshness: 'stale' });
  });
});

describe('activityOf', () => {
  const of = (...states: SyncState[]) =>
    activityOf(states.map((state) => idleConnection({ state })));

  it('shows runs as one, and an unknown total stays unknown', () => {
    expect(of(running({ done: 2 }), running({ done: 3, etaMs: 9000 }))).toMatchObject({
      type: 'running',
      progress: { done: 5, total: 20, etaMs: 9000, orders: 10 },
    });
    expect(of(running({}), running({ total: null, etaMs: null }))).toMatchObject({
      progress: { total: null, etaMs: null },
    });
  });

  it('names trouble before rest, and progress before trouble', () => {
    const idle: SyncState = { type: 'idle', nextAt: NOW + 5 };
    expect(of(idle, waiting).type).toBe('failing');
    expect(of(running({}), waiting).type).toBe('running');
    expect(of(idle, { type: 'paused' })).toEqual({ type: 'idle', nextAt: NOW + 5 });
    expect(of({ type: 'paused' }).type).toBe('paused');
    expect(of().type).toBe('none');
  });

  it('names the soonest run', () => {
    const soonest = of({ type: 'idle', nextAt: NOW + 9 }, { type: 'idle', nextAt: NOW + 3 });
    expect(soonest).toEqual({ type: 'idle', nextAt: NOW + 3 });
  });
});

describe('todayState', () => {
  it('is complete only when every venue is', () => {
    expect(todayState([statement(), statement({ orders: 6 })])).toMatchObject({
      state: 'complete',
      orders: 1290,
    });
    expect(todayState([statement(), statement({ state: 'unproven' })])).toMatchObject({
      state: 'unproven',
      unproven: 1,
    });
    expect(
      todayState([statement({ state: 'healing' }), statement({ state: 'unproven' })])?.state,
    ).toBe('healing');
    expect(todayState([])).toBe(null);
  });

  it('is without gaps so far while venues only wait for the day to end', () => {
    const open = statement({ state: 'unproven', reason: 'not-yet-over' });
    const gap = statement({ state: 'unproven', reason: 'chain-broken', venue: 'Сокол' });
    expect(todayState([open, statement()])?.state).toBe('so-far');
    expect(todayState([open, gap])).toMatchObject({
      state: 'unproven',
      unproven: 1,
      cause: { venue: 'Сокол' },
    });
  });
});
