import type { SourceNode } from '../../../main/contract/attribution.ts';

/** A line of the tree as it is drawn. */
export type TreeLine = Readonly<{
  node: SourceNode;
  depth: number;
  /** With its branches. */
  orders: number;
  branches: number;
}>;

/** The lines of the tree with the branches of the opened sources, the fullest first. */
export function treeLines(
  sources: readonly SourceNode[],
  opened: ReadonlySet<number>,
): readonly TreeLine[] {
  const under = Map.groupBy(sources, ({ parentId }) => parentId);
  const totals = new Map<number, number>();
  const total = (node: SourceNode): number => {
    const known = totals.get(node.id);
    if (known !== undefined) return known;
    const branches = under.get(node.id) ?? [];
    const sum = branches.reduce((orders, branch) => orders + total(branch), node.orders);
    totals.set(node.id, sum);
    return sum;
  };
  const lines: TreeLine[] = [];
  const walk = (parentId: number | null, depth: number): void => {
    const branches = (under.get(parentId) ?? []).toSorted(
      (one, other) => total(other) - total(one) || one.name.localeCompare(other.name, 'ru'),
    );
    for (const node of branches) {
      const count = under.get(node.id)?.length ?? 0;
      lines.push({ node, depth, orders: total(node), branches: count });
      if (count > 0 && opened.has(node.id)) walk(node.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

/** A source's name with those above it, for a list to choose from. */
export function pathNames(sources: readonly SourceNode[], id: number): string[] {
  const node = sources.find((source) => source.id === id);
  if (!node) return [];
  const above = node.parentId === null ? [] : pathNames(sources, node.parentId);
  return [...above, node.name === '' ? node.key : node.name];
}
