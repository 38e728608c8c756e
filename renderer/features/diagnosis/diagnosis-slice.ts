import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  DiagnosedLink,
  DiagnosisQuestion,
  DiagnosisReport,
} from '../../../main/contract/diagnosis.ts';
import type { Client } from '../../../main/contract/index.ts';
import type { Link } from '../../../main/domain/diagnosis/diagnosis-link.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import type { LastResortStep } from '../../../main/domain/diagnosis/last-resort.ts';
import { toFailure } from '../../bridge/to-failure.ts';

/** What is under way: a walk with the links judged so far, or one of the five steps. */
export type Walking =
  | Readonly<{ type: 'walk'; current: Link | null; judged: readonly DiagnosedLink[] }>
  | Readonly<{ type: 'step'; step: LastResortStep }>;

/** The last report, and the walk that is under way. */
export type DiagnosisState = Readonly<{
  report: DiagnosisReport | null;
  loaded: boolean;
  walking: Walking | null;
  failure: Failure | null;
}>;

/** The diagnosis and its way to the core; one walk at a time. */
export type DiagnosisSlice = StoreApi<DiagnosisState> &
  Readonly<{
    read(): Promise<void>;
    run(question: DiagnosisQuestion): Promise<void>;
    checkStep(step: LastResortStep): Promise<void>;
    cancel(): void;
    follow(): () => void;
  }>;

/** The last diagnosis and the one that is walking now. */
export function createDiagnosisSlice(client: Client): DiagnosisSlice {
  const store = createStore<DiagnosisState>(() => ({
    report: null,
    loaded: false,
    walking: null,
    failure: null,
  }));
  const ask = async (walking: Walking | null, answer: () => Promise<DiagnosisReport | null>) => {
    store.setState({ walking, failure: null });
    try {
      const report = await answer();
      store.setState({ report, loaded: true, walking: null });
    } catch (error) {
      store.setState({ failure: toFailure(error), loaded: true, walking: null });
    }
  };
  return Object.assign(store, {
    read: () => ask(null, () => client.diagnosis.last({})),
    run: (question: DiagnosisQuestion) =>
      ask({ type: 'walk', current: null, judged: [] }, () => client.diagnosis.run(question)),
    checkStep: (step: LastResortStep) =>
      ask({ type: 'step', step }, () => client.diagnosis.checkStep({ step })),
    cancel: () => void client.diagnosis.cancel({}).catch(() => undefined),
    follow: () =>
      client.diagnosis.onProgressed(({ link, judged }) => {
        const { walking } = store.getState();
        if (walking?.type !== 'walk') return;
        const known = judged ? [...walking.judged, judged] : walking.judged;
        store.setState({ walking: { ...walking, current: judged ? null : link, judged: known } });
      }),
  });
}

/** Links to show: those of the walk so far, else those of the report. */
export function shownLinks({ walking, report }: DiagnosisState): readonly DiagnosedLink[] {
  return walking?.type === 'walk' ? walking.judged : (report?.links ?? []);
}
