import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import type { Tool } from './zones-slice.ts';

/** Keys that the list and the map handle themselves, for the list of shortcuts. */
const OWN_KEYS: readonly (readonly [name: string, keys: string])[] = [
  ['walk', 'ArrowDown'],
  ['extend', 'Shift+ArrowDown'],
  ['reorder', 'Alt+ArrowDown'],
  ['look', 'Enter'],
  ['remove', 'Delete'],
  ['point', 'Space'],
  ['drop-point', 'Backspace'],
  ['give-up', 'Escape'],
  ['hold', 'PageDown'],
  ['push', 'ArrowRight'],
  ['push-far', 'Shift+ArrowRight'],
  ['push-zone', 'Ctrl+ArrowRight'],
  ['halve', 'Insert'],
];

const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  select: 'KeyV',
  draw: 'KeyN',
  split: 'KeyX',
  measure: 'KeyM',
};

type Parts = Readonly<{
  mayEdit: boolean;
  drawable: boolean;
  onTool: (tool: Tool) => void;
  onMerge: () => void;
  onCopy: () => void;
  onRename: () => void;
  onMark: (mark: 'locked' | 'hidden') => void;
  onBring: () => void;
  /** Null while there is nothing to hand over. */
  onHandOver: (() => void) | null;
}>;

const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** Gives the map the keys. */
export const focusMap = (): void => focus('[data-map] canvas');

/** Offers what this screen can do to the palette and to the list of shortcuts; pass the same functions. */
export function useZoneCommands(parts: Parts): void {
  const { mayEdit, drawable, onTool, onMerge, onCopy, onRename, onMark, onBring, onHandOver } =
    parts;
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(() => {
    const own = (id: string, keys: string | null, run: () => void): Command => ({
      id: `zones.${id}`,
      title: t(`zone-map.command.${id}`),
      group: t('app.screen.zones'),
      ...(keys === null ? {} : { keys }),
      run,
    });
    const tools = (Object.keys(TOOL_KEYS) as Tool[])
      .filter((tool) => drawable && (mayEdit || tool === 'select' || tool === 'measure'))
      .map((tool) => own(tool, TOOL_KEYS[tool], () => onTool(tool)));
    const changes = [
      own('merge', 'KeyJ', onMerge),
      own('copy', 'Ctrl+KeyD', onCopy),
      own('rename', 'F2', onRename),
      own('lock', 'KeyL', () => onMark('locked')),
      own('hide', 'KeyH', () => onMark('hidden')),
      own('bring', 'Ctrl+KeyO', onBring),
      ...(onHandOver ? [own('hand-over', null, onHandOver)] : []),
    ];
    const toList = (): void => focus('[data-row][tabindex="0"]');
    return [
      own('list', 'F6', toList),
      ...(drawable ? [own('map', 'Shift+F6', focusMap)] : []),
      ...tools,
      ...(mayEdit ? changes : []),
      ...OWN_KEYS.map(([name, keys]) => ({ ...own(name, keys, toList), hintOnly: true })),
    ];
  }, [t, mayEdit, drawable, onTool, onMerge, onCopy, onRename, onMark, onBring, onHandOver]);
  useCommands(commands);
}
