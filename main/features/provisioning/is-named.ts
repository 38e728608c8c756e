/** Whether the file means this one: by the vendor's id, or by its name whatever the case. */
export function isNamed(known: Readonly<{ id: string; name: string }>, wanted: string): boolean {
  return (
    known.id.toLowerCase() === wanted.toLowerCase() ||
    known.name.trim().toLocaleLowerCase('ru') === wanted.toLocaleLowerCase('ru')
  );
}
