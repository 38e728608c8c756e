/** Things that have no name of their own, each with its place: an order's lines never change places. */
export function numbered<Item>(
  items: readonly Item[],
): readonly Readonly<{ place: number; item: Item }>[] {
  return items.map((item, place) => ({ place, item }));
}
