import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { writeChord } from '../../shared/commands/key-chord.ts';
import styles from './palette.module.css';

export const optionId = ({ id }: Command): string => `palette-${id}`;

function Option(props: {
  readonly command: Command;
  readonly active: boolean;
  readonly onRun: (command: Command) => void;
}): ReactNode {
  const { command, active, onRun } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  // The focus stays in the field (aria-activedescendant): the keys of an option are handled there.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={optionId(command)}
      role="option"
      aria-selected={active}
      className={styles.option}
      onClick={() => onRun(command)}
    >
      <span className={styles.title}>{command.title}</span>
      <span className={styles.group}>{command.group}</span>
      {command.keys && <kbd>{writeChord(command.keys)}</kbd>}
    </div>
  );
}

/** What was found; with an empty query under the headings of the groups. */
export function PaletteList(props: {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly grouped: boolean;
  readonly active: Command | undefined;
  readonly onRun: (command: Command) => void;
}): ReactNode {
  const { id, commands, grouped, active, onRun } = props;
  const { t } = useTranslation();
  return (
    <div
      id={id}
      className={styles.list}
      role="listbox"
      aria-label={t('app.palette.found')}
      data-grouped={grouped}
    >
      {commands.map((command, place) => (
        <Fragment key={command.id}>
          {grouped && commands[place - 1]?.group !== command.group && (
            <div className={styles.heading} role="presentation">
              {command.group}
            </div>
          )}
          <Option command={command} active={command === active} onRun={onRun} />
        </Fragment>
      ))}
      {commands.length === 0 && (
        <div className={styles.nothing} role="option" aria-selected={false} aria-disabled>
          {t('app.palette.nothing')}
        </div>
      )}
    </div>
  );
}
