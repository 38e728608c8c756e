import type { Application } from '../../application.ts';
import type { BackupState } from '../../contract/backups.ts';
import { askCore } from '../connect-demo.ts';
import { Failure } from '../../domain/failure.ts';
import type { Texts } from '../texts.ts';
import type { Notice } from './alarm-notices.ts';

/** Tells once each: the disk is almost full, damage was found, no copy could be made. */
export function tellStore(
  application: Application,
  texts: () => Texts,
  show: (notice: Notice) => void,
): () => void {
  let told: readonly string[] = [];
  const look = async (): Promise<void> => {
    const state = await askCore<BackupState>(application, 'backups.state', {});
    const troubles = troublesOf(state, texts());
    const title = texts().text('backups.title');
    for (const body of troubles.filter((one) => !told.includes(one))) show({ title, body });
    told = troubles;
  };
  return application.subscribe((topic) => {
    if (topic === 'backups.changed') void look().catch(() => undefined);
  });
}

function troublesOf({ low, check, failure }: BackupState, texts: Texts): readonly string[] {
  return [
    ...(low ? [texts.text('backups.low')] : []),
    ...(check?.fault ? [texts.text('backups.check.fault', { fault: check.fault })] : []),
    ...(failure ? [texts.failure(Failure.fromData(failure))] : []),
  ];
}
