import { describe, expect, it } from 'vitest';
import { PRESET_RIGHTS } from '../../../main/domain/rights.ts';
import {
  changedProfile,
  draftOf,
  isComplete,
  newProfile,
  withPreset,
  withRight,
} from '../../../renderer/features/settings/profile-draft.ts';
import { initialsOf } from '../../../renderer/features/settings/profile-mark.tsx';
import { idleAnswers } from '../../support/idle-answers.ts';

const locked = idleAnswers().state.profiles[2]!;

describe('profile draft', () => {
  it('starts a new profile as an operator without a PIN', () => {
    const draft = { ...draftOf(null), name: ' Олег ' };
    expect(newProfile(draft)).toEqual({
      name: 'Олег',
      preset: 'operator',
      rights: [...PRESET_RIGHTS.operator],
      pin: null,
    });
  });

  it('keeps, removes or sets the PIN as the contract wants it', () => {
    const draft = draftOf(locked);
    expect(changedProfile(3, draft)).toMatchObject({ profileId: 3, pin: null });
    expect(changedProfile(3, { ...draft, pinChoice: 'none' }).pin).toBe('');
    expect(changedProfile(3, { ...draft, pinChoice: 'set', pin: '1234' }).pin).toBe('1234');
  });

  it('is complete with a name and, where one is set, a PIN of 4–12 digits', () => {
    const draft = { ...draftOf(null), name: 'Олег' };
    expect(isComplete(draft)).toBe(true);
    expect(isComplete({ ...draft, name: '  ' })).toBe(false);
    expect(isComplete({ ...draft, pinChoice: 'set', pin: '123' })).toBe(false);
    expect(isComplete({ ...draft, pinChoice: 'set', pin: '1234' })).toBe(true);
  });

  it('gives and takes rights; a preset brings its own', () => {
    const draft = withRight(draftOf(null), 'see-phones', true);
    expect(draft.rights).toContain('see-phones');
    expect(withRight(draft, 'see-phones', false).rights).not.toContain('see-phones');
    expect(withPreset(draft, 'manager').rights).toEqual(PRESET_RIGHTS.manager);
  });
});

describe('initials', () => {
  it('are two letters at most, whole characters', () => {
    expect(initialsOf('Ирина Олеговна Смирнова')).toBe('ИО');
    expect(initialsOf('администратор')).toBe('А');
  });
});
