import { Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneDraft, ZoneMap } from '../../../../main/contract/zones.ts';
import shared from '../zones.module.css';
import styles from './draft-menu.module.css';
import { DraftNameDialog, type DraftStep } from './draft-name-dialog.tsx';
import type { Drafts } from './use-drafts.ts';

const STEPS = [
  { step: 'add', icon: IconPlus },
  { step: 'copy', icon: IconCopy },
  { step: 'rename', icon: IconPencil },
] as const;

/** Which of several maps is drawn, and what can be done with it. */
export function DraftMenu(props: { readonly map: ZoneMap; readonly drafts: Drafts }): ReactNode {
  const { map, drafts } = props;
  const { t } = useTranslation();
  const [step, setStep] = useState<DraftStep | null>(null);
  const own = map.drafts.find(({ id }) => id === map.draft);
  if (!own || (!map.mayEdit && map.drafts.length === 1)) return null;
  return (
    <>
      <Menu position="bottom-start" width={274}>
        <Menu.Target>
          <Button
            className={styles.draft}
            variant="default"
            rightSection={<IconChevronDown size={16} aria-hidden />}
            title={drafts.nameOf(own)}
          >
            <span className={styles.draftLabel}>
              {t('zone-map.drafts', { name: drafts.nameOf(own) })}
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('zone-map.drafts.list')}</Menu.Label>
          {map.drafts.map((draft) => (
            <DraftItem key={draft.id} draft={draft} own={draft === own} drafts={drafts} />
          ))}
          {map.mayEdit && <Steps map={map} own={own} drafts={drafts} onStep={setStep} />}
        </Menu.Dropdown>
      </Menu>
      {step !== null && (
        <DraftNameDialog step={step} own={own} drafts={drafts} onClose={() => setStep(null)} />
      )}
    </>
  );
}

function DraftItem(props: {
  readonly draft: ZoneDraft;
  readonly own: boolean;
  readonly drafts: Drafts;
}): ReactNode {
  const { draft, own, drafts } = props;
  const { t } = useTranslation();
  return (
    <Menu.Item
      leftSection={own ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
      rightSection={
        <span className={shared.quiet}>{t('zone-map.drafts.zones', { count: draft.zones })}</span>
      }
      aria-current={own || undefined}
      onClick={() => own || drafts.turnTo(draft.id)}
    >
      <span className={styles.draftName}>{drafts.nameOf(draft)}</span>
    </Menu.Item>
  );
}

function Steps(props: {
  readonly map: ZoneMap;
  readonly own: ZoneDraft;
  readonly drafts: Drafts;
  readonly onStep: (step: DraftStep) => void;
}): ReactNode {
  const { map, own, drafts, onStep } = props;
  const { t } = useTranslation();
  return (
    <>
      <Menu.Divider />
      {STEPS.map(({ step, icon: Mark }) => (
        <Menu.Item
          key={step}
          leftSection={<Mark size={16} aria-hidden />}
          onClick={() => onStep(step)}
        >
          {t(`zone-map.drafts.${step}`)}
        </Menu.Item>
      ))}
      <Menu.Item
        leftSection={<IconTrash size={16} aria-hidden />}
        disabled={map.drafts.length === 1}
        onClick={() => drafts.remove(own)}
      >
        {t('zone-map.drafts.remove')}
      </Menu.Item>
    </>
  );
}
