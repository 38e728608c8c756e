import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu, type ColumnActions } from './column-menu.tsx';
import styles from './data-table.module.css';
import { ResizeHandle } from './resize-handle.tsx';

const DRAGGED = 'application/x-desk-column';
const STEP_PX = 16;

/** What a header shows and does. */
export type HeaderCellProps = Readonly<{
  id: string;
  label: string;
  align: 'start' | 'end';
  width: number;
  /** null: not sorted by this column. */
  descending: boolean | null;
  /** Part of the tab order: one header is, arrows go to the others. */
  inTabOrder: boolean;
  actions: ColumnActions;
  onResize: (width: number) => void;
  /** Another column was dropped here. */
  onDropColumn: (id: string) => void;
  onStep: (by: number) => void;
}>;

function ariaSort(descending: boolean | null): 'none' | 'ascending' | 'descending' {
  if (descending === null) return 'none';
  return descending ? 'descending' : 'ascending';
}

function step(event: KeyboardEvent, props: HeaderCellProps): void {
  const by = event.key === 'ArrowLeft' ? -1 : 1;
  if (event.ctrlKey && event.shiftKey) props.actions.move(by);
  else if (event.altKey) props.actions.widen(by * STEP_PX);
  else props.onStep(by);
}

/** One column's header: click sorts, edge sizes, drag moves, Shift+F10 opens everything else. */
export function HeaderCell(props: HeaderCellProps): ReactNode {
  const { t } = useTranslation();
  const [menu, setMenu] = useState(false);
  const label = t(props.label);
  const sort = (): void =>
    props.actions.sort(props.descending === null ? false : !props.descending);
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrows = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const asksMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (arrows) step(event, props);
    else if (asksMenu) setMenu(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const dragged = event.dataTransfer.getData(DRAGGED);
    if (dragged && dragged !== props.id) props.onDropColumn(dragged);
  };
  const Arrow = props.descending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort(props.descending)}
      className={styles.head}
      data-align={props.align}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <button
        type="button"
        className={styles.headButton}
        tabIndex={props.inTabOrder ? 0 : -1}
        data-header={props.id}
        title={label}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, props.id)}
        onClick={sort}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
      >
        <span className={styles.headLabel}>{label}</span>
        {props.descending === null ? null : <Arrow size={12} aria-hidden />}
      </button>
      <ColumnMenu label={label} opened={menu} onOpened={setMenu} actions={props.actions} />
      <ResizeHandle width={props.width} onResize={props.onResize} />
    </div>
  );
}
