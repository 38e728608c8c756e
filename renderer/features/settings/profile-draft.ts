import type { Profile } from '../../../main/contract/profiles.ts';
import { PRESET_RIGHTS, type ProfilePreset, type Right } from '../../../main/domain/rights.ts';

/** What the dialog edits. */
export type ProfileDraft = Readonly<{
  name: string;
  preset: ProfilePreset;
  rights: readonly Right[];
  /** `keep` the PIN there is, `none`, or `set` to what is typed. */
  pinChoice: 'keep' | 'none' | 'set';
  pin: string;
}>;

/** An empty profile, or the values of the one that is changed. */
export function draftOf(profile: Profile | null): ProfileDraft {
  if (!profile)
    return {
      name: '',
      preset: 'operator',
      rights: PRESET_RIGHTS.operator,
      pinChoice: 'none',
      pin: '',
    };
  const { name, preset, rights, hasPin } = profile;
  return { name, preset, rights, pinChoice: hasPin ? 'keep' : 'none', pin: '' };
}

/** The draft with one right given or taken. */
export function withRight(draft: ProfileDraft, right: Right, given: boolean): ProfileDraft {
  const others = draft.rights.filter((one) => one !== right);
  return { ...draft, rights: given ? [...others, right] : others };
}

/** The draft as another preset, with that preset's rights. */
export const withPreset = (draft: ProfileDraft, preset: ProfilePreset): ProfileDraft => ({
  ...draft,
  preset,
  rights: PRESET_RIGHTS[preset],
});

/** Whether the draft can be saved: a name, and a PIN of 4–12 digits where one is set. */
export function isComplete(draft: ProfileDraft): boolean {
  const pinFits = draft.pinChoice !== 'set' || /^\d{4,12}$/.test(draft.pin);
  return draft.name.trim() !== '' && pinFits;
}

/** What the contract's `add` takes. */
export function newProfile(draft: ProfileDraft): {
  name: string;
  preset: ProfilePreset;
  rights: Right[];
  pin: string | null;
} {
  const { preset, rights, pinChoice, pin } = draft;
  const name = draft.name.trim();
  return { name, preset, rights: [...rights], pin: pinChoice === 'set' ? pin : null };
}

/** What the contract's `change` takes: null keeps the PIN, '' removes it. */
export function changedProfile(
  profileId: number,
  draft: ProfileDraft,
): ReturnType<typeof newProfile> & { profileId: number } {
  const pin = draft.pinChoice === 'set' ? draft.pin : draft.pinChoice === 'none' ? '' : null;
  return { ...newProfile(draft), pin, profileId };
}
