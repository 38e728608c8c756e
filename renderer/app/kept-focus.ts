import { useEffect } from 'react';
import { focusHome, isFocusFree } from '../shared/navigation/focus-home.ts';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';
/** What was pressed may go at once or when the core has answered. */
const LOOK_AFTER_MS = [30, 150, 500, 1500] as const;

/** What opens above the page and goes again, returning the focus to what opened it. */
const LAYER = '[role="dialog"], [role="menu"], [role="listbox"], [role="alert"]';

/** Something around the focus, and how many focusable elements stood in it before the part that held it. */
type Around = Readonly<{ element: Element; before: number }>;
type Memory = Readonly<{
  focused: Element;
  around: readonly Around[];
  /** The menu or dialog that holds it; null: the page itself. */
  layer: Element | null;
  /** Where the focus was before the layer opened. */
  opener: Memory | null;
}>;

function focusableIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );
}

function openerOf(layer: Element | null, before: Memory | null): Memory | null {
  for (let one = before; one !== null; one = one.opener) if (one.layer === layer) return one.opener;
  return layer && before;
}

function memoryOf(focused: Element, before: Memory | null): Memory {
  const layer = focused.closest(LAYER);
  return { focused, around: aroundOf(focused), layer, opener: openerOf(layer, before) };
}

function aroundOf(focused: Element): readonly Around[] {
  const around: Around[] = [];
  let part = focused;
  for (let element = part.parentElement; element !== null; element = part.parentElement) {
    // Of a whole window that is gone (another works now) nothing has a neighbour.
    if (part.matches(`main, ${LAYER}`) || element.parentElement === document.body) break;
    const held = part;
    const before = focusableIn(element).findIndex((one) => held.contains(one));
    around.push({ element, before: Math.max(0, before) });
    part = element;
  }
  return around;
}

/** The element that took the place of what is gone, as near to it as there is one. */
function successorOf({ around }: Memory): HTMLElement | null {
  for (const { element, before } of around) {
    if (!element.isConnected || element === document.body) continue;
    const found = focusableIn(element);
    const successor = found[Math.min(before, found.length - 1)];
    if (successor) return successor;
  }
  return null;
}

const isThere = ({ focused }: Memory): boolean => focused.isConnected && focused.checkVisibility();

/** What opened the layer that is gone, or what took its place; a layer inside it may have opened another. */
function placeOf(memory: Memory): HTMLElement | null {
  for (let one: Memory | null = memory; one !== null; one = one.opener) {
    const place =
      isThere(one) && one.focused instanceof HTMLElement ? one.focused : successorOf(one);
    if (place) return place;
  }
  return null;
}

const isWaiting = ({ focused }: Memory): boolean => focused.matches(':disabled');

/** A button that works is disabled meanwhile, and loses the focus: it gets it back when it is done. */
function bringBackWhenDone({ focused }: Memory): void {
  const watch = new MutationObserver(() => {
    if (focused.matches(':disabled')) return;
    watch.disconnect();
    if (document.activeElement === document.body && focused instanceof HTMLElement)
      focused.focus({ preventScroll: true });
  });
  watch.observe(focused, { attributeFilter: ['disabled'] });
}

function bringBack(memory: Memory): void {
  if (document.activeElement !== document.body || isThere(memory)) return;
  const place = placeOf(memory);
  if (place) place.focus({ preventScroll: true });
  else if (isFocusFree()) focusHome(document.querySelector('main'));
}

/**
 * What is pressed often goes with its own effect: a chip, a hint, a step. Its focus then falls to the
 * page, and the keyboard begins anew at the top. It is brought to what took its place instead.
 */
export function KeptFocus(): null {
  useEffect(() => {
    let memory: Memory | null = null;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element) memory = memoryOf(target, memory);
    };
    const watched = new WeakSet<Memory>();
    const look = (): void => {
      if (memory && isWaiting(memory) && !watched.has(memory)) {
        watched.add(memory);
        bringBackWhenDone(memory);
      }
      if (memory) bringBack(memory);
    };
    const acted = (): void => LOOK_AFTER_MS.forEach((ms) => setTimeout(look, ms));
    document.addEventListener('focusin', remember);
    document.addEventListener('click', acted, true);
    document.addEventListener('keydown', acted, true);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('click', acted, true);
      document.removeEventListener('keydown', acted, true);
    };
  }, []);
  return null;
}
