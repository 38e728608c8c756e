import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconMinus, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist, ChecklistItem } from '../../../main/domain/diagnosis/checklist.ts';
import styles from './readiness.module.css';

const isDone = ({ state }: ChecklistItem): boolean => state === 'proven' || state === 'ticked';
const isAsked = ({ state }: ChecklistItem): boolean =>
  state !== 'not-on-tariff' && state !== 'not-needed';

function ItemMark(props: {
  readonly item: ChecklistItem;
  readonly onTick: (done: boolean) => void;
}): ReactNode {
  const { item, onTick } = props;
  const { t } = useTranslation();
  if (item.state === 'proven') {
    return <IconShieldCheck className={styles.proven} size={20} stroke={1.75} aria-hidden />;
  }
  if (!isAsked(item)) return <IconMinus className={styles.quiet} size={20} aria-hidden />;
  return (
    <Checkbox
      checked={item.state === 'ticked'}
      aria-label={t(`checklist.item.${item.id}`)}
      onChange={({ currentTarget }) => onTick(currentTarget.checked)}
    />
  );
}

function ItemLine(props: {
  readonly item: ChecklistItem;
  readonly onTick: (done: boolean) => void;
}): ReactNode {
  const { item, onTick } = props;
  const { t } = useTranslation();
  const { id, state, fact } = item;
  return (
    <li>
      <span className={styles.mark}>
        <ItemMark item={item} onTick={onTick} />
      </span>
      <div className={styles.words}>
        <span>
          {t(`checklist.item.${id}`)}
          {state !== 'open' && state !== 'ticked' && (
            <span className={styles[state === 'proven' ? 'proven' : 'quiet']}>
              {t(`checklist.state.${state}`)}
            </span>
          )}
        </span>
        <span className={styles.note}>
          {fact ? t(`diagnosis.fact.${fact.code}`, fact.params) : t(`checklist.advice.${id}`)}
        </span>
      </div>
    </li>
  );
}

/** One checklist: proven items stand by themselves, the others are ticked by a person. */
export function ChecklistSection(props: {
  readonly list: Checklist;
  readonly onTick: (item: string, done: boolean) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { list, onTick, children } = props;
  const { t } = useTranslation();
  const asked = list.items.filter(isAsked);
  const done = asked.filter(isDone).length;
  return (
    <section className={styles.section} aria-label={t(`checklist.${list.id}`)}>
      <header>
        <h2>{t(`checklist.${list.id}`)}</h2>
        <span className={styles.note}>
          {done === asked.length && (
            <IconCircleCheck className={styles.proven} size={16} aria-hidden />
          )}
          {t('checklist.progress', { done, total: asked.length })}
        </span>
      </header>
      <ul>
        {list.items.map((item) => (
          <ItemLine key={item.id} item={item} onTick={(ticked) => onTick(item.id, ticked)} />
        ))}
      </ul>
      {children}
    </section>
  );
}
