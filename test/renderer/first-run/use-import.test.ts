import { expect, test } from 'vitest';
import { importOf } from '../../../renderer/features/first-run/use-import.ts';
import { idleConnection } from '../../support/idle-answers.ts';

test('before the core has said anything the import is beginning', () => {
  expect(importOf(null)).toEqual({ type: 'running', progress: null });
});

test('a finished first run is done, with what it brought', () => {
  expect(importOf(idleConnection())).toEqual({ type: 'done', orders: 2 });
});

test('a failing import says so, whatever went before', () => {
  const failure = { kind: 'unreachable', code: 'iiko-cloud.timeout', params: {} } as const;
  const waiting = { type: 'waiting', retryAt: 1, failure, attempt: 1 } as const;
  expect(importOf(idleConnection({ state: waiting }))).toEqual({ type: 'trouble', state: waiting });
});
