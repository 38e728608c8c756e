import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigMerge, MergeStretch } from '../../../main/contract/config-changes.ts';
import type { FileSlice } from './file-slice.ts';
import { conflictsOf, decidedText, type MergeChoices } from './merge-choice.ts';
import styles from './merge.module.css';
import panel from './panel.module.css';

function Column(props: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: 'base' | 'mine' | 'theirs';
}): ReactNode {
  const { title, lines, tone } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.column}>
      <span className={styles.caption}>{title}</span>
      <pre className={styles[tone]}>
        {lines.length === 0 ? t('terminals.merge.nothing') : lines.join('')}
      </pre>
    </div>
  );
}

function Stretch(props: {
  readonly stretch: MergeStretch;
  readonly choice: 'mine' | 'theirs' | undefined;
  readonly onChoice: (choice: 'mine' | 'theirs') => void;
}): ReactNode {
  const { stretch, choice, onChoice } = props;
  const { t } = useTranslation();
  return (
    <section className={styles.stretch} aria-label={t(`terminals.merge.type.${stretch.type}`)}>
      <div className={styles.stretchHead}>
        <span>{t(`terminals.merge.type.${stretch.type}`)}</span>
        {stretch.type === 'conflict' && (
          <SegmentedControl
            aria-label={t('terminals.merge.choose')}
            data={[
              { value: '', label: t('terminals.merge.undecided'), disabled: true },
              { value: 'mine', label: t('terminals.merge.mine') },
              { value: 'theirs', label: t('terminals.merge.theirs') },
            ]}
            value={choice ?? ''}
            onChange={(next) => onChoice(next as 'mine' | 'theirs')}
          />
        )}
      </div>
      <div className={styles.columns}>
        <Column title={t('terminals.merge.base')} lines={stretch.base} tone="base" />
        <Column title={t('terminals.merge.mine')} lines={stretch.mine} tone="mine" />
        <Column title={t('terminals.merge.theirs')} lines={stretch.theirs} tone="theirs" />
      </div>
    </section>
  );
}

/** The file was changed outside meanwhile: what was, what I did, what they did, and a decision. */
export function MergeDialog(props: {
  readonly merge: ConfigMerge;
  readonly slice: FileSlice;
}): ReactNode {
  const { merge, slice } = props;
  const { t } = useTranslation();
  const [choices, setChoices] = useState<MergeChoices>(new Map());
  const text = decidedText(merge, choices);
  const placed = merge.stretches.map((stretch, place) => ({ stretch, place }));
  const save = (): void => {
    if (text === null) return;
    const change = { type: 'text', text } as const;
    const why = t('terminals.merge.why');
    void slice.write({ type: 'save', change, why, baseHash: merge.theirsHash });
  };
  return (
    <Modal
      opened
      size="80%"
      title={t('terminals.merge.title')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={slice.settle}
    >
      <div className={panel.form}>
        <p className={panel.note}>
          {t(conflictsOf(merge).length === 0 ? 'terminals.merge.clean' : 'terminals.merge.text')}
        </p>
        {placed.map(({ stretch, place }) =>
          stretch.type === 'same' ? null : (
            <Stretch
              key={place}
              stretch={stretch}
              choice={choices.get(place)}
              onChoice={(choice) => setChoices(new Map(choices).set(place, choice))}
            />
          ),
        )}
        <div className={panel.buttons}>
          <Button variant="filled" disabled={text === null} onClick={save}>
            {t('terminals.merge.save')}
          </Button>
          <Button
            onClick={() => {
              slice.settle();
              slice.reload();
            }}
          >
            {t('terminals.merge.take-theirs')}
          </Button>
          <Button onClick={slice.settle}>{t('terminals.cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
