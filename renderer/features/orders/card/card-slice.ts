import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../../main/contract/index.ts';
import type { OrderCard, OrderReview } from '../../../../main/contract/orders.ts';
import { toFailure } from '../../../bridge/to-failure.ts';
import type { Reading } from '../../../bridge/reading.ts';

/** The card; while the next order is being read, the one before stays. */
export type CardState = Reading<{ card: OrderCard; reading: boolean }>;

/** What a person says about an order. */
export type ReviewText = Readonly<{ note: string; rating: number | null; checked: boolean }>;

export type CardSlice = StoreApi<CardState> &
  Readonly<{
    /** Shows an order; answers to older questions are dropped. */
    show(orderId: number): Promise<void>;
    /** Reads the shown order again when the news names it; until the returned function is called. */
    follow(): () => void;
    /** Saves the review of the shown order, shown at once; restored and thrown when it fails. */
    review(orderId: number, review: ReviewText): Promise<void>;
  }>;

/** The part of a stored review that a person wrote. */
export const reviewText = ({ note, rating, checkedAt }: OrderReview): ReviewText => ({
  note,
  rating,
  checked: checkedAt !== null,
});

type Core = Readonly<{
  client: Client;
  store: StoreApi<CardState>;
  asked: { id: number; turn: number };
}>;

async function show({ client, store, asked }: Core, orderId: number): Promise<void> {
  asked.turn += 1;
  asked.id = orderId;
  const { turn } = asked;
  const before = store.getState();
  store.setState(
    before.type === 'shown' ? { ...before, reading: true } : { type: 'loading' },
    true,
  );
  try {
    const card = await client.orders.card({ orderId });
    if (turn === asked.turn) store.setState({ type: 'shown', card, reading: false }, true);
  } catch (error) {
    if (turn === asked.turn) store.setState({ type: 'failed', failure: toFailure(error) }, true);
  }
}

function showReview({ store }: Core, orderId: number, review: OrderReview): void {
  const state = store.getState();
  if (state.type !== 'shown' || state.card.row.id !== orderId) return;
  const row = { ...state.card.row, checked: review.checkedAt !== null };
  store.setState({ ...state, card: { ...state.card, row, review } }, true);
}

async function saveReview(core: Core, orderId: number, text: ReviewText): Promise<void> {
  const state = core.store.getState();
  const before = state.type === 'shown' ? state.card.review : null;
  const { note, rating, checked } = text;
  if (before) {
    const checkedAt = checked ? (before.checkedAt ?? Date.now()) : null;
    showReview(core, orderId, { ...before, note, rating, checkedAt });
  }
  try {
    await core.client.orders.saveReview({ orderId, note, rating, checked });
    await refresh(core, orderId);
  } catch (error) {
    if (before) showReview(core, orderId, before);
    throw toFailure(error);
  }
}

async function refresh(core: Core, orderId: number): Promise<void> {
  if (core.asked.id === orderId) await show(core, orderId);
}

/** The card beside the list. */
export function createCardSlice(client: Client): CardSlice {
  const store = createStore<CardState>(() => ({ type: 'loading' }));
  const core: Core = { client, store, asked: { id: 0, turn: 0 } };
  return Object.assign(store, {
    show: (orderId: number) => show(core, orderId),
    follow: () =>
      client.orders.onChanged(({ ids }) => {
        if (ids.includes(core.asked.id)) void refresh(core, core.asked.id);
      }),
    review: (orderId: number, text: ReviewText) => saveReview(core, orderId, text),
  });
}
