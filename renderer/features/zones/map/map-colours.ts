/** Colours of the map, from the window's tokens. */
export type MapColours = Readonly<{
  dark: boolean;
  water: string;
  land: string;
  border: string;
  road: string;
  green: string;
  building: string;
  text: string;
  secondary: string;
  accent: string;
  danger: string;
  surface: string;
}>;

/** Reads the tokens as they are now. */
export function readMapColours(dark: boolean): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--dd-${name}`).trim();
  return {
    dark,
    water: dark ? '#18222b' : '#dfe9f1',
    land: dark ? '#262523' : '#f4f2ee',
    road: dark ? '#56534f' : '#c9c2b4',
    green: dark ? '#243026' : '#dfead6',
    building: dark ? '#32302e' : '#e8e2d8',
    border: token('line-strong'),
    text: token('text'),
    secondary: token('text-secondary'),
    accent: token('accent'),
    danger: token('danger'),
    surface: token('surface'),
  };
}
