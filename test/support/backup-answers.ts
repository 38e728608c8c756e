import type { Backup, BackupState } from '../../main/contract/backups.ts';
import type { Answers } from './fake-client.ts';

const copy = (name: string, madeAt: number, over: Partial<Backup> = {}): Backup => ({
  name,
  cause: 'scheduled',
  madeAt,
  bytes: 640_000_000,
  orders: 128_431,
  fits: true,
  ...over,
});

/** A store on a full OneDrive with two copies; what is asked changes what is answered next. */
export function backupAnswers(): Readonly<{ state: BackupState; answers: Answers }> {
  const day = Date.UTC(2026, 10, 21, 3);
  const state = {
    dataFolder: 'C:\\Users\\Ирина\\OneDrive — Суши Маркет\\Очень длинное имя папки\\Delivery Desk',
    doubts: ['onedrive'],
    storeBytes: 1_240_000_000,
    freeBytes: 310_000_000,
    low: true,
    plan: { folder: null, everyHours: 24, keep: 7 },
    backupFolder: 'C:\\Users\\Ирина\\backups',
    backups: [copy('scheduled-2.sqlite', day), copy('before-1.sqlite', 0, { cause: 'upgrade' })],
    making: false,
    failure: null,
    restoring: null,
    moving: null,
    check: { at: day, fault: null },
  } as BackupState & {
    plan: BackupState['plan'];
    restoring: string | null;
    moving: BackupState['moving'];
  };
  const answers: Answers = {
    backups: {
      state: () => ({ ...state }),
      change: (plan) => Object.assign(state, { plan }),
      restore: ({ name }) => Object.assign(state, { restoring: name }),
      move: ({ folder }) =>
        Object.assign(state, { moving: folder === null ? null : { folder, doubts: ['network'] } }),
      keepStore: () => Object.assign(state, { restoring: null }),
      make: () => copy('asked-3.sqlite', day + 1),
    },
  };
  return { state, answers };
}
