/** One frame: when it was drawn, rows in sight that wait for their values, what the table holds. */
export type Frame = Readonly<{ at: number; waiting: number; rows: number; nodes: number }>;

/** Runs in the page: scrolls the table frame by frame and tells what each frame showed. */
export function scrollAlong(
  how: Readonly<{ frames: number; stepPx: number }>,
): Promise<readonly Frame[]> {
  const grid = document.querySelector<HTMLElement>('[role="grid"]')!;
  const frames: Frame[] = [];
  const waitingInSight = (): number => {
    const box = grid.getBoundingClientRect();
    return [...grid.querySelectorAll('[data-waiting]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    }).length;
  };
  return new Promise((resolve) => {
    const draw = (at: number): void => {
      frames.push({
        at,
        waiting: waitingInSight(),
        rows: grid.querySelectorAll('[data-index]').length,
        nodes: grid.querySelectorAll('*').length,
      });
      if (frames.length >= how.frames) return resolve(frames);
      grid.scrollTop += how.stepPx;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
}
