/** Marks what a screen is about: it takes the focus where nothing else holds it. */
export const FOCUS_HOME = { 'data-focus-home': true } as const;

/** Whether nobody holds the focus, or only the stage as a whole. */
export const isFocusFree = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  document.activeElement.matches('main');

/** Brings the focus to what the screen is about, or to the stage itself. */
export function focusHome(stage: HTMLElement | null): void {
  const homes = stage?.querySelectorAll<HTMLElement>('[data-focus-home]') ?? [];
  const home = [...homes].find((one) => one.checkVisibility());
  (home ?? stage)?.focus({ preventScroll: true });
}
