import { useEffect } from 'react';
import { currentCommands } from '../../shared/commands/registry.ts';
import { commandFor, type PressPlace } from './run-by-keys.ts';

function placeOf(target: EventTarget | null): PressPlace {
  const element = target instanceof HTMLElement ? target : null;
  const field = element?.closest('input:not([type=checkbox], [type=radio]), textarea');
  return {
    inField: Boolean(field) || element?.isContentEditable === true,
    inDialog: document.querySelector('[aria-modal="true"]') !== null,
  };
}

/** One listener for the keys of the whole window. */
export function KeyMap(): null {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandFor(currentCommands(), event, placeOf(event.target));
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return null;
}
