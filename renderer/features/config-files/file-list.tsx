import { IconFileOff } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsentConfigFile, ConfigFile } from '../../../main/contract/config-files.ts';
import { FileMark } from './file-mark.tsx';
import styles from './file-list.module.css';
import type { FileMarks } from './files-slice.ts';
import { fileNameOf, placeTail, type FileGroup } from './group-files.ts';

function FileRow(props: {
  readonly file: ConfigFile;
  readonly marks: FileMarks | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
}): ReactNode {
  const { file, marks, selected, onSelect } = props;
  const { t } = useTranslation();
  return (
    <li>
      <button
        type="button"
        className={styles.file}
        aria-current={selected}
        title={file.path}
        onClick={onSelect}
      >
        <span className={styles.name}>
          <span>{t(`terminals.kind.${file.kind}`)}</span>
          <span className={styles.fileName}>{fileNameOf(file.path)}</span>
        </span>
        <FileMark marks={marks} editable={file.editable} />
      </button>
    </li>
  );
}

function AbsentRow({ absent }: { readonly absent: AbsentConfigFile }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className={styles.absent}>
      <IconFileOff size={16} stroke={1.75} aria-hidden />
      <span className={styles.name}>
        <span>{t(`terminals.kind.${absent.kind}`)}</span>
        <span className={styles.reason}>{t(`config-files.absent.${absent.reason}`)}</span>
      </span>
    </li>
  );
}

/** Arrow keys go from file to file, through every group. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const next = rows[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Every file that was found, by terminal, with what is wrong in it, and what is absent and why. */
export function FileList(props: {
  readonly groups: readonly FileGroup[];
  readonly marks: ReadonlyMap<number, FileMarks>;
  readonly selected: number | null;
  readonly onSelect: (fileId: number) => void;
}): ReactNode {
  const { groups, marks, selected, onSelect } = props;
  const { t } = useTranslation();
  return (
    <nav className={styles.list} aria-label={t('terminals.files')} onKeyDown={step}>
      {groups.map((group) => (
        <section key={group.place} aria-label={`${group.owner} ${placeTail(group.place)}`}>
          <h2 className={styles.heading} title={group.place}>
            <span>{group.owner || t('terminals.this-pc')}</span>
            <span className={styles.place}>{placeTail(group.place)}</span>
          </h2>
          <ul className={styles.rows}>
            {group.files.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                marks={marks.get(file.id)}
                selected={file.id === selected}
                onSelect={() => onSelect(file.id)}
              />
            ))}
            {group.absent.map((absent) => (
              <AbsentRow key={`${absent.kind} ${absent.reason}`} absent={absent} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
