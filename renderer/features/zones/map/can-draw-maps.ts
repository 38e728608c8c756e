let known: boolean | null = null;

/** Whether this window can draw maps at all: some remote desktops and old drivers cannot. */
export function canDrawMaps(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null;
  return known;
}
