import type { Application } from '../../application.ts';
import type { ProvisioningState } from '../../contract/provisioning.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Texts } from '../texts.ts';
import type { Notice } from './alarm-notices.ts';

/** Tells when the file that was left for the first start was refused, with the place in it. */
export function tellPreparation(
  application: Application,
  texts: () => Texts,
  show: (notice: Notice) => void,
): () => void {
  const look = async (): Promise<void> => {
    const { state, problems } = await askCore<ProvisioningState>(
      application,
      'provisioning.state',
      {},
    );
    const [problem] = problems;
    if (state !== 'refused' || problem === undefined) return;
    const { line = 1, column = 1 } = problem.params;
    const { text, failure } = texts();
    const place = text('desktop.preparation.place', { line, column });
    show({
      title: text('desktop.preparation.refused'),
      body: `${place} ${failure(Failure.fromData(problem))}`,
    });
  };
  return application.subscribe((topic) => {
    if (topic === 'provisioning.changed') void look().catch(() => undefined);
  });
}
