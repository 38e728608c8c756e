import type { ProfilePreset, Right } from './rights.ts';

/** A person who works on this PC, without the PIN itself. */
export type Profile = Readonly<{
  id: number;
  name: string;
  preset: ProfilePreset;
  rights: readonly Right[];
  hasPin: boolean;
  active: boolean;
}>;
