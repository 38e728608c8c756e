import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigTopology } from '../../../main/domain/config-files/config-topology.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import panel from './panel.module.css';

/** Nothing is chosen for a person: an answer that was not given would be a wrong advice. */
type Answers = { [Q in keyof ConfigTopology]: ConfigTopology[Q] | null };

const UNASKED: Answers = { venues: null, delivery: null, server: null, callCentreUrl: null };

function complete({ venues, delivery, server, callCentreUrl }: Answers): ConfigTopology | null {
  if (venues === null || delivery === null || server === null) return null;
  return { venues, delivery, server, callCentreUrl: callCentreUrl?.trim() || null };
}

const QUESTIONS = {
  venues: ['one', 'chain'],
  delivery: ['terminal', 'centralised'],
  server: ['hosted', 'local'],
} as const;

type Question = keyof typeof QUESTIONS;

function Choice(props: {
  readonly question: Question;
  readonly draft: Answers;
  readonly onDraft: (draft: Answers) => void;
}): ReactNode {
  const { question, draft, onDraft } = props;
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t(`terminals.topology.${question}`)}
      value={draft[question] ?? ''}
      onChange={(value) => onDraft({ ...draft, [question]: value })}
    >
      <div className={panel.choices}>
        {QUESTIONS[question].map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`terminals.topology.${question}.${value}`)}
            description={t(`terminals.topology.${question}.${value}.note`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** How the restaurant is built: three questions that decide which settings are right. */
export function TopologyDialog(props: {
  readonly topology: ConfigTopology | null;
  readonly onClose: () => void;
}): ReactNode {
  const { topology, onClose } = props;
  const { t } = useTranslation();
  const client = useClient();
  const [draft, setDraft] = useState<Answers>(topology ?? UNASKED);
  const answered = complete(draft);
  const { busy, failure, submit } = useSubmit(async () => {
    if (answered) await client.configFiles.saveTopology(answered);
  }, onClose);
  return (
    <Modal
      opened
      size="lg"
      title={t('terminals.topology')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={onClose}
    >
      <form className={panel.wideForm} onSubmit={submit}>
        <p className={panel.note}>{t('terminals.topology.text')}</p>
        {(Object.keys(QUESTIONS) as Question[]).map((question) => (
          <Choice key={question} question={question} draft={draft} onDraft={setDraft} />
        ))}
        <TextInput
          label={t('terminals.topology.call-centre')}
          description={t('terminals.topology.call-centre.note')}
          placeholder="https://call-centre.iiko.it:443/resto"
          maxLength={500}
          value={draft.callCentreUrl ?? ''}
          onChange={(event) => setDraft({ ...draft, callCentreUrl: event.currentTarget.value })}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={panel.buttons}>
          <Button type="submit" variant="filled" loading={busy} disabled={!answered}>
            {t('terminals.topology.save')}
          </Button>
          <Button onClick={onClose}>{t('terminals.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
