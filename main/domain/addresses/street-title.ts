/** A street's name for people from its key, where no order writes it alone: «карла маркса|» is «Карла Маркса». */
export function streetTitle(key: string): string {
  const cut = key.lastIndexOf('|');
  const [words, kind] = cut < 0 ? [key, ''] : [key.slice(0, cut), key.slice(cut + 1)];
  const name = words
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
  return [kind, name].filter(Boolean).join(' ');
}
