import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { ShortcutList } from '../keys/shortcut-list.tsx';
import { Palette } from '../palette/palette.tsx';

/** What lies over the frame: the palette and the list of shortcuts. */
export type Overlay = 'palette' | 'shortcuts' | null;

/** Which overlay is open, with the commands that open them. */
export function useOverlay(): readonly [Overlay, (overlay: Overlay) => void] {
  const { t } = useTranslation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'app.palette',
        title: t('app.palette'),
        group: t('app.group.help'),
        keys: 'Ctrl+KeyK',
        run: () => setOverlay('palette'),
      },
      {
        id: 'app.shortcuts',
        title: t('app.shortcuts'),
        group: t('app.group.help'),
        keys: 'Shift+Slash',
        run: () => setOverlay('shortcuts'),
      },
    ],
    [t],
  );
  useCommands(commands);
  return [overlay, setOverlay];
}

/** Draws the open overlay. */
export function Overlays(props: {
  readonly overlay: Overlay;
  readonly onClose: () => void;
}): ReactNode {
  const { overlay, onClose } = props;
  return (
    <>
      <Palette opened={overlay === 'palette'} onClose={onClose} />
      <ShortcutList opened={overlay === 'shortcuts'} onClose={onClose} />
    </>
  );
}
