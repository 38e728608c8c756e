import { describe, expect, it } from 'vitest';
import {
  nextStep,
  rollOutState,
  settledState,
  type RollOutStep,
  type RollOutStepState,
} from '../../../main/domain/fleet/roll-out.ts';

const steps = (...states: RollOutStepState[]): RollOutStep[] =>
  states.map((state, position) => ({ position, state, beforeHash: 'old', afterHash: 'new' }));

describe('a roll-out', () => {
  it('stops after its first terminal until somebody goes on', () => {
    expect(rollOutState('canary', steps('waiting', 'waiting'))).toBe('open');
    expect(nextStep('canary', steps('waiting', 'waiting'))?.position).toBe(0);
    expect(rollOutState('canary', steps('written', 'waiting'))).toBe('canary-written');
    expect(nextStep('canary', steps('written', 'waiting'))).toBeUndefined();
    expect(rollOutState('canary', steps('failed', 'waiting'))).toBe('canary-failed');
  });

  it('goes through the rest, passing over what failed', () => {
    expect(nextStep('rest', steps('written', 'failed', 'writing', 'waiting'))?.position).toBe(2);
    expect(rollOutState('rest', steps('written', 'failed', 'writing'))).toBe('open');
    expect(rollOutState('rest', steps('written', 'written'))).toBe('finished');
    expect(rollOutState('rest', steps('written', 'failed'))).toBe('partly-finished');
  });

  it('goes back from the last one written', () => {
    expect(nextStep('undo', steps('written', 'written', 'waiting'))?.position).toBe(1);
    expect(nextStep('undo', steps('undoing', 'undone'))?.position).toBe(0);
    expect(nextStep('undo', steps('written', 'writing', 'waiting'))?.position).toBe(1);
    expect(rollOutState('undo', steps('undone', 'undoing'))).toBe('undo-open');
    expect(rollOutState('undo', steps('undone', 'waiting'))).toBe('undone');
    expect(rollOutState('undo', steps('undone', 'failed'))).toBe('partly-undone');
  });

  it.each([
    ['writing', 'old', 'waiting'],
    ['writing', 'new', 'written'],
    ['writing', 'other', 'changed'],
    ['undoing', 'old', 'undone'],
    ['undoing', 'new', 'written'],
    ['undoing', 'other', 'changed'],
  ] as const)('interrupted while %s finds the %s content: %s', (state, hash, settled) => {
    expect(settledState(steps(state)[0]!, hash)).toBe(settled);
  });
});
