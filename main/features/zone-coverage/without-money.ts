import type { RehearsalSection } from '../../domain/zone-coverage/rehearsal/rehearsal.ts';

/** The same figures with every sum 0, for whoever may not see revenue. */
export const withoutMoney = (section: RehearsalSection): RehearsalSection =>
  JSON.parse(
    JSON.stringify(section, (key, value: unknown) => (key.endsWith('Minor') ? 0 : value)),
  ) as RehearsalSection;
