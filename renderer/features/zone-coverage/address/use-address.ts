import { useRef, useState } from 'react';
import type {
  AddressAnswer,
  MapChoice,
  PlaceAnswer,
  ScheduleChoice,
} from '../../../../main/contract/zone-coverage.ts';
import type { AddressCandidate } from '../../../../main/domain/addresses/address-answer.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';

/** What is asked beside the address. */
export type AddressTerms = Readonly<{
  /** Minute of the week; null: now. */
  minute: number | null;
  sumMinor: number | null;
  map: MapChoice;
  schedule: ScheduleChoice;
}>;

/** An address that is looked up, and what would happen with an order there. */
export type AddressState =
  | Readonly<{ type: 'idle' | 'looking' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{
      type: 'answered';
      answer: AddressAnswer;
      /** The candidate that was taken and what would happen there. */
      taken: Readonly<{ candidate: AddressCandidate; place: PlaceAnswer }> | null;
    }>;

/** Looks an address up and, where one place is meant or was picked, what would happen there. */
export function useAddress(onShow: ((at: PlaceAnswer['at']) => void) | null) {
  const client = useClient();
  const turn = useRef(0);
  const [state, setState] = useState<AddressState>({ type: 'idle' });
  const run = async (work: (isMine: () => boolean) => Promise<void>): Promise<void> => {
    const mine = (turn.current += 1);
    const isMine = (): boolean => mine === turn.current;
    try {
      await work(isMine);
    } catch (error) {
      if (isMine()) setState({ type: 'failed', failure: toFailure(error) });
    }
  };
  const test = async (candidate: AddressCandidate, terms: AddressTerms) => {
    const place = await client.zoneCoverage.testPlace({
      ...terms,
      at: [candidate.at[0], candidate.at[1]],
    });
    onShow?.(candidate.at);
    return { candidate, place };
  };
  return {
    state,
    find: (text: string, terms: AddressTerms) =>
      run(async (isMine) => {
        setState({ type: 'looking' });
        const answer = await client.zoneCoverage.findAddress({ text });
        if (!isMine()) return;
        const taken = answer.type === 'found' ? await test(answer.candidate, terms) : null;
        if (isMine()) setState({ type: 'answered', answer, taken });
      }),
    pick: (answer: AddressAnswer, candidate: AddressCandidate, terms: AddressTerms) =>
      run(async (isMine) => {
        const taken = await test(candidate, terms);
        if (isMine()) setState({ type: 'answered', answer, taken });
      }),
  };
}
