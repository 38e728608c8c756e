import { IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import type { Edits } from './draft.ts';
import { FieldRow, type FieldView } from './field-row.tsx';
import { pathOf, useFieldTexts } from './field-texts.ts';
import { fieldViews, matchesSearch, nextInList } from './field-views.ts';
import type { ShownFile } from './file-state.ts';
import styles from './form.module.css';

type Edit = (edits: Edits) => void;

function Section(props: {
  readonly title: string;
  readonly note?: string;
  readonly views: readonly FieldView[];
  readonly state: ShownFile;
  readonly onEdit: Edit;
}): ReactNode {
  const { title, note, views, state, onEdit } = props;
  const { file } = state.opened;
  const texts = useFieldTexts(file.kind);
  if (views.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.sectionTitle}>{title}</h3>
      {note && <p className={styles.sectionNote}>{note}</p>}
      {views.map((view) =>
        view.field.known?.value.type === 'group' ? (
          <h4 key={view.field.element} className={styles.group}>
            {texts.name(pathOf(view.field.element))}
          </h4>
        ) : (
          <FieldRow
            key={view.field.element}
            view={view}
            texts={texts}
            readOnly={!file.editable || state.draft?.type === 'text'}
            further={nextInList(view, views)}
            onEdit={onEdit}
          />
        ),
      )}
    </section>
  );
}

/** Every element as a field: known ones that stand in the file, known ones that do not, unknown ones. */
export function FieldsForm(props: {
  readonly state: ShownFile;
  readonly search: string;
  readonly onEdit: Edit;
}): ReactNode {
  const { state, search, onEdit } = props;
  const { t } = useTranslation();
  const texts = useFieldTexts(state.opened.file.kind);
  const views = fieldViews(state).filter(({ field }) => matchesSearch(field, texts, search));
  if (views.length === 0) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t(search === '' ? 'terminals.no-fields' : 'terminals.nothing-found')}
        text={t(search === '' ? 'terminals.no-fields.text' : 'terminals.nothing-found.text')}
      />
    );
  }
  const known = views.filter(({ field }) => field.known !== null);
  const isHere = ({ field, edited }: FieldView): boolean => field.line !== null || edited;
  const parts = { state, onEdit };
  return (
    <div className={styles.form}>
      <Section title={t('terminals.section.known')} views={known.filter(isHere)} {...parts} />
      <Section
        title={t('terminals.section.unknown')}
        note={t('terminals.section.unknown.note')}
        views={views.filter(({ field }) => field.known === null)}
        {...parts}
      />
      <Section
        title={t('terminals.section.absent')}
        note={t('terminals.section.absent.note')}
        views={known.filter((view) => !isHere(view))}
        {...parts}
      />
    </div>
  );
}
