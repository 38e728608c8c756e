import { Failure } from '../../domain/failure.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import type { SyncRun } from './sync-run.ts';
import type { SyncScope } from './sync-scope.ts';

/** A source that asks the restaurants' own servers fails for one of them alone with these. */
const SILENCE: ReadonlySet<string> = new Set([
  'source.restaurant-silent',
  'source.restaurant-absent',
]);

/** Which organizations did not answer in this run. */
export type Silence = Readonly<{
  has(organization: StoredOrganization): boolean;
  /** Does the work; one silent restaurant is told in the log, the silence of all is a failure. */
  listen(organization: StoredOrganization, work: () => Promise<void>): Promise<void>;
}>;

/** Keeps a run going while some restaurants sleep: the others must not wait for them. */
export function watchSilence(run: SyncRun, { organizations }: SyncScope): Silence {
  const silent = new Set<number>();
  return {
    has: ({ id }) => silent.has(id),
    async listen(organization, work) {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof Failure) || !SILENCE.has(error.code)) throw error;
        silent.add(organization.id);
        if (silent.size === organizations.length) throw error;
        const params = { name: organization.name };
        run.log({ level: 'warning', code: error.code, params });
      }
    },
  };
}
