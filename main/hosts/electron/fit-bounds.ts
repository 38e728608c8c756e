import type { Rectangle } from 'electron';

/** What a person takes a window by, in pixels. */
const TITLE_HEIGHT = 32;
/** Frames of Windows reach a few pixels over the edge, and that is not worth moving a window for. */
const ENOUGH = 0.9;
const ENOUGH_OF_TITLE = 0.5;
/** The least of the window that tells which screen it belongs to, in pixels each way. */
const VISIBLE = 100;

/**
 * Where a window is at hand on the screens that are there now, given by their work areas: as it is
 * where it can be seen and taken; else moved into the screen that shows most of it, and made smaller
 * where that one is, as remote desktops and other scalings are. Null: no screen shows it.
 */
export function fitBounds(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | null {
  const title = { ...bounds, height: TITLE_HEIGHT };
  if (shown(bounds, areas) >= ENOUGH && shown(title, areas) >= ENOUGH_OF_TITLE) return bounds;
  const [best] = areas
    .map((area) => ({ area, overlap: overlapOf(bounds, area) }))
    .filter(({ overlap: { width, height } }) => width >= VISIBLE && height >= VISIBLE)
    .toSorted((left, right) => sizeOf(right.overlap) - sizeOf(left.overlap));
  return best === undefined ? null : inside(bounds, best.area);
}

/** The share of the window that some screen shows, 0–1. */
function shown(bounds: Rectangle, areas: readonly Rectangle[]): number {
  const seen = areas.reduce((sum, area) => sum + sizeOf(overlapOf(bounds, area)), 0);
  return seen / sizeOf(bounds);
}

const sizeOf = ({ width, height }: Pick<Rectangle, 'width' | 'height'>): number => width * height;

function overlapOf(one: Rectangle, other: Rectangle): Pick<Rectangle, 'width' | 'height'> {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}
