import { describe, expect, test } from 'vitest';
import type { SourceTree } from '../../../main/contract/attribution.ts';
import { explainOrder } from '../../../main/features/attribution/explain-order.ts';
import { reportAttribution } from '../../../main/features/attribution/report-attribution.ts';
import { readOrderCredits } from '../../../main/store/attribution/attribution-credits.ts';
import { ensureSource } from '../../../main/store/attribution/attribution-sources.ts';
import {
  saveSourceChange,
  undoSourceChange,
} from '../../../main/store/attribution/source-changes.ts';
import { advert, CREATED, roistat, sourcedStoreOfTest } from '../../support/sourced-store.ts';

const { db, put, settle, idOf } = sourcedStoreOfTest();

describe('the tree of sources', () => {
  const tree = () => reportAttribution(db(), { now: () => CREATED }).sources({}) as SourceTree;
  const change = (kind: 'rename' | 'merge' | 'split', sourceId: number, after: string | null) =>
    saveSourceChange(db(), { kind, sourceId, after }, 'Ира', 1);

  test('merging moves orders to the other source without concluding again; undo and split move them back', () => {
    put(1, advert('2ГИС'));
    put(2, advert('Радио'));
    settle();
    const [one, other] = [ensureSource(db(), ['2ГИС']), ensureSource(db(), ['Радио'])];
    const orders = (id: number) => tree().sources.find((source) => source.id === id)?.orders;
    const merged = change('merge', one, String(other));
    expect([orders(one), orders(other)]).toEqual([0, 2]);
    expect(readOrderCredits(db(), 'last', [idOf(1)])[0]).toMatchObject({ channelId: other });
    undoSourceChange(db(), merged, 2);
    expect([orders(one), orders(other)]).toEqual([1, 1]);
    change('merge', one, String(other));
    change('split', one, null);
    expect([orders(one), orders(other)]).toEqual([1, 1]);
    expect(tree().changes).toHaveLength(3);
  });

  test('branches of a merged channel hang under the other', () => {
    put(1, roistat('direct1_search_a'));
    put(2, roistat('direct2_search_b'));
    settle();
    const [one, other] = [ensureSource(db(), ['direct1']), ensureSource(db(), ['direct2'])];
    change('merge', one, String(other));
    const channels = readOrderCredits(db(), 'first', [idOf(1), idOf(2)]).map((c) => c.channelId);
    expect(channels).toEqual([other, other]);
    put(3, roistat('direct1_networks'));
    settle();
    expect(readOrderCredits(db(), 'first', [idOf(3)])[0]?.channelId).toBe(other);
  });

  test('a new name is shown in the explanation, the evidence keeps what was told', () => {
    put(1, advert('2ГИС'));
    settle();
    change('rename', ensureSource(db(), ['2ГИС']), 'Карты');
    const { evidence, names } = explainOrder(db(), idOf(1));
    expect(evidence.source).toEqual(['2ГИС']);
    expect(names[0]?.names).toEqual(['Карты']);
  });
});
