import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigDoubt } from '../../../main/contract/config-changes.ts';
import type { FleetComparison } from '../../../main/contract/fleet.ts';
import type { FleetRow } from '../../../main/domain/fleet/fleet-difference.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import sharedStyles from './fleet.module.css';
import styles from './roll-out.module.css';
import { advisedValue } from './row-variants.ts';
import { mayBeWritten, targetsOf, type RollOutDraft } from './roll-out-draft.ts';
import { useSettingTexts } from './use-setting-texts.ts';

/** What writing while the till works means is said beside the box. */
const MAY_RUN: readonly ConfigDoubt[] = ['front-running', 'shift-open'];

function ValueField(props: {
  readonly row: FleetRow;
  readonly value: string;
  readonly onValue: (value: string) => void;
}): ReactNode {
  const { row, value, onValue } = props;
  const { t } = useTranslation();
  const advised = advisedValue(row);
  if (row.type === 'bool') {
    return (
      <Select
        label={t('fleet.value')}
        allowDeselect={false}
        data={[
          { value: 'true', label: t('fleet.value.on') },
          { value: 'false', label: t('fleet.value.off') },
        ]}
        value={value}
        onChange={(next) => onValue(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={t('fleet.value')}
      description={advised === null ? undefined : t('fleet.value.advised', { value: advised })}
      data-autofocus
      maxLength={500}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

function Targets(props: {
  readonly draft: RollOutDraft;
  readonly comparison: FleetComparison;
  readonly onDraft: (draft: RollOutDraft) => void;
}): ReactNode {
  const { draft, comparison, onDraft } = props;
  const { t } = useTranslation();
  const texts = useSettingTexts();
  const chosen = new Set(draft.terminalIds);
  const toggle = (id: string, on: boolean): void =>
    onDraft({
      ...draft,
      terminalIds: on ? [...draft.terminalIds, id] : draft.terminalIds.filter((one) => one !== id),
    });
  return (
    <fieldset className={sharedStyles.targets}>
      <legend>{t('fleet.targets')}</legend>
      {comparison.members.map((member) => {
        const cell = draft.row.cells.find(({ terminalId }) => terminalId === member.id);
        return (
          <div key={member.id} className={sharedStyles.target}>
            <Checkbox
              label={member.name}
              checked={chosen.has(member.id)}
              disabled={!member.editable || !cell || !mayBeWritten(cell)}
              onChange={(event) => toggle(member.id, event.currentTarget.checked)}
            />
            <span className={sharedStyles.value}>{cell && texts.value(cell)}</span>
          </div>
        );
      })}
    </fieldset>
  );
}

/** What will happen at the press of the button, and the button. */
function Foot(props: {
  /** The terminal that is written alone; null: none is chosen. */
  readonly first: string | null;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { first, ready, busy, onClose } = props;
  const { t } = useTranslation();
  return (
    <>
      <p className={sharedStyles.note}>
        {first === null ? t('fleet.targets.none') : t('fleet.canary.note', { name: first })}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={busy} disabled={!ready}>
          {t('fleet.start')}
        </Button>
        <Button onClick={onClose}>{t('fleet.cancel')}</Button>
      </div>
    </>
  );
}

/** What is changed, to what, why, and on which terminals; the first of them is written alone. */
export function RollOutDialog(props: {
  readonly first: RollOutDraft;
  readonly comparison: FleetComparison;
  readonly onClose: () => void;
}): ReactNode {
  const { first, comparison, onClose } = props;
  const { t } = useTranslation();
  const client = useClient();
  const texts = useSettingTexts();
  const [draft, setDraft] = useState(first);
  const [why, setWhy] = useState('');
  const [mayRun, setMayRun] = useState(false);
  const targets = targetsOf(draft, comparison);
  const { busy, failure, submit } = useSubmit(async () => {
    const { element } = draft.row;
    const fileIds = targets.map(({ fileId }) => fileId);
    const accepted = mayRun ? [...MAY_RUN] : [];
    await client.fleet.start({ fileIds, element, value: draft.value, why, accepted });
  }, onClose);
  return (
    <Modal
      opened
      size="lg"
      title={t('fleet.dialog.title', { name: texts.name(draft.row) })}
      closeButtonProps={{ 'aria-label': t('fleet.close') }}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <ValueField
          row={draft.row}
          value={draft.value}
          onValue={(value) => setDraft({ ...draft, value })}
        />
        <TextInput
          label={t('fleet.why')}
          placeholder={t('fleet.why.example')}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Targets draft={draft} comparison={comparison} onDraft={setDraft} />
        <Checkbox
          label={t('fleet.may-run')}
          description={t('fleet.may-run.note')}
          checked={mayRun}
          onChange={(event) => setMayRun(event.currentTarget.checked)}
        />
        {failure && <FailureNotice failure={failure} />}
        <Foot
          first={targets[0]?.name ?? null}
          ready={targets.length > 0 && draft.value.trim() !== ''}
          busy={busy}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
