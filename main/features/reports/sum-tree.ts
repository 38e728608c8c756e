import type { DimensionValue } from '../../contract/reports.ts';
import {
  addSums,
  NO_SUMS,
  type GrowingSums,
  type ReportSums,
} from '../../domain/reports/report-sums.ts';

/** The report's period, or the one it is compared with. */
export type Side = 'now' | 'before';

/** Sums of a path, and of each value of the across dimension beside it. */
export type SumNode = {
  readonly value: DimensionValue | null;
  readonly now: GrowingSums;
  readonly before: GrowingSums;
  readonly across: Map<string, Record<Side, GrowingSums>>;
  readonly children: Map<string, SumNode>;
};

/** The sums of one currency by path. */
export type SumTree = { readonly currency: string; readonly root: SumNode };

const newNode = (value: DimensionValue | null): SumNode => ({
  value,
  now: { ...NO_SUMS },
  before: { ...NO_SUMS },
  across: new Map(),
  children: new Map(),
});

/** Trees by currency: currencies are never added. */
export class SumForest {
  readonly trees = new Map<string, SumTree>();
  readonly acrossValues = new Map<string, DimensionValue>();

  treeOf(currency: string): SumTree {
    const known = this.trees.get(currency);
    if (known) return known;
    const tree = { currency, root: newNode(null) };
    this.trees.set(currency, tree);
    return tree;
  }

  /** Adds to every node of the path, the root only where `withRoot` says so. */
  add(
    side: Side,
    currency: string,
    path: readonly DimensionValue[],
    across: DimensionValue | null,
    sums: Partial<ReportSums>,
    withRoot = true,
  ): void {
    let node = this.treeOf(currency).root;
    if (withRoot) this.#addTo(node, side, across, sums);
    for (const value of path) {
      node = childOf(node, value);
      this.#addTo(node, side, across, sums);
    }
  }

  /** Adds to a value across of the total alone, not to the total itself. */
  addAcrossRoot(
    side: Side,
    currency: string,
    across: DimensionValue | null,
    sums: Partial<ReportSums>,
  ): void {
    if (across !== null) this.#addAcross(this.treeOf(currency).root, side, across, sums);
  }

  #addTo(
    node: SumNode,
    side: Side,
    across: DimensionValue | null,
    sums: Partial<ReportSums>,
  ): void {
    addSums(node[side], sums);
    if (across !== null) this.#addAcross(node, side, across, sums);
  }

  #addAcross(node: SumNode, side: Side, across: DimensionValue, sums: Partial<ReportSums>): void {
    this.acrossValues.set(across.key, across);
    let column = node.across.get(across.key);
    if (!column) {
      column = { now: { ...NO_SUMS }, before: { ...NO_SUMS } };
      node.across.set(across.key, column);
    }
    addSums(column[side], sums);
  }
}

function childOf(node: SumNode, value: DimensionValue): SumNode {
  const known = node.children.get(value.key);
  if (known) return known;
  const child = newNode(value);
  node.children.set(value.key, child);
  return child;
}
