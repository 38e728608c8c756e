import { ActionIcon, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageTerminal } from '../../../../main/contract/zone-coverage.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';
import type { CoverageEdits } from './use-coverage.ts';

/** «56.838, 60.605» as people write it: latitude first. */
function readPlace(text: string): Position | null | 'unreadable' {
  if (text.trim() === '') return null;
  const match = /^\s*(-?\d+(?:[.,]\d+)?)[\s,;]+(-?\d+(?:[.,]\d+)?)\s*$/.exec(text);
  if (!match) return 'unreadable';
  const [latitude, longitude] = [match[1]!, match[2]!].map((part) =>
    Number(part.replace(',', '.')),
  );
  return Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180
    ? [longitude!, latitude!]
    : 'unreadable';
}

const placeText = ([longitude, latitude]: Position): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

function Terminal(props: {
  readonly terminal: CoverageTerminal;
  readonly edits: CoverageEdits | null;
  readonly onShow: ((at: Position) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { terminal, edits, onShow } = props;
  const { place } = terminal;
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? null : readPlace(typed);
  const told = place?.origin === 'person' ? place.at : null;
  const save = (): void => {
    setTyped(null);
    if (typed === null || meant === 'unreadable') return;
    if (JSON.stringify(meant) !== JSON.stringify(told)) edits?.place(terminal.id, meant, told);
  };
  return (
    <li className={styles.terminal}>
      <div className={styles.grow}>
        <strong>{terminal.name}</strong>
        {terminal.address && <div className={sharedStyles.quiet}>{terminal.address}</div>}
        <div className={sharedStyles.quiet}>
          {t(`zone-coverage.place.${place?.origin ?? 'none'}`)}
        </div>
      </div>
      <TextInput
        w={168}
        aria-label={t('zone-coverage.place.of', { terminal: terminal.name })}
        placeholder={t('zone-coverage.place.placeholder')}
        value={typed ?? (place ? placeText(place.at) : '')}
        error={meant === 'unreadable'}
        disabled={edits === null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {place && onShow && (
        <ActionIcon
          aria-label={t('zone-coverage.place.show', { terminal: terminal.name })}
          onClick={() => onShow(place.at)}
        >
          <IconMapPin size={16} />
        </ActionIcon>
      )}
    </li>
  );
}

/** Where the terminals stand, and how that is known: distances are measured from there. */
export function TerminalList(props: {
  readonly terminals: readonly CoverageTerminal[];
  readonly edits: CoverageEdits | null;
  readonly onShow: ((at: Position) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { terminals, edits, onShow } = props;
  return (
    <section aria-label={t('zone-coverage.terminals')}>
      <h2 className={sharedStyles.title}>{t('zone-coverage.terminals')}</h2>
      <ul className={sharedStyles.plain}>
        {terminals.map((terminal) => (
          <Terminal key={terminal.id} terminal={terminal} edits={edits} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}
