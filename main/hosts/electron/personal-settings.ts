import type { Application } from '../../application.ts';
import type { PersonalSettings } from '../../contract/settings.ts';
import { askCore } from '../connect-demo.ts';

/** The active profile's settings as they are now; null until they were read. */
export type Personal = Readonly<{ current(): PersonalSettings | null; reread(): Promise<void> }>;

/** Keeps the settings fresh and tells `changed` after every reading. */
export function followPersonal(
  application: Application,
  changed: (personal: PersonalSettings) => void,
): Personal {
  let current: PersonalSettings | null = null;
  const reread = async (): Promise<void> => {
    current = await askCore<PersonalSettings>(application, 'settings.personal', {});
    changed(current);
  };
  application.subscribe((topic) => {
    if (topic === 'settings.changed' || topic === 'profiles.changed') {
      void reread().catch(() => undefined);
    }
  });
  return { current: () => current, reread };
}
