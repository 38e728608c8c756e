/** A node as the tree's arithmetic needs it. */
export type TreeNode = Readonly<{
  id: number;
  parentId: number | null;
  mergedInto: number | null;
}>;

/** What a node is counted as after merges, and the channel above that. */
export type Placed = Readonly<{ shownId: number; channelId: number }>;

/**
 * Follows merges: a merged source is counted as what it was merged into; the branches of a merged
 * source stay themselves and hang under what it became.
 */
export function placeSources(nodes: readonly TreeNode[]): ReadonlyMap<number, Placed> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed = new Map<number, Placed>();
  const shownOf = (id: number): number => {
    const into = byId.get(id)?.mergedInto ?? null;
    return into === null ? id : shownOf(into);
  };
  const channelOf = (id: number): number => {
    const shown = shownOf(id);
    const parent = byId.get(shown)?.parentId ?? null;
    return parent === null ? shown : channelOf(parent);
  };
  for (const { id } of nodes) placed.set(id, { shownId: shownOf(id), channelId: channelOf(id) });
  return placed;
}

/** Whether `id` may be merged into `into` without the tree biting its own tail. */
export function mayMerge(nodes: readonly TreeNode[], id: number, into: number): boolean {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<number>();
  for (let at: number | null = into; at !== null;) {
    if (at === id || seen.has(at)) return false;
    seen.add(at);
    const node = byId.get(at);
    if (!node) return false;
    at = node.mergedInto ?? node.parentId;
  }
  return true;
}
