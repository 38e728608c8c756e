import type { ConfigDoubt } from '../../contract/config-changes.ts';
import type { ConfigChange } from '../../contract/config-files.ts';
import type { StoredRollOut } from '../../store/config-files/roll-outs.ts';

/** The change as the editor takes it. */
export const changeOf = ({ element, value }: StoredRollOut): ConfigChange => ({
  type: 'elements',
  edits: [{ element, value }],
});

/** What the person agreed to when the roll-out began. */
export const acceptedIn = ({ accepted }: StoredRollOut): ConfigDoubt[] => accepted as ConfigDoubt[];
