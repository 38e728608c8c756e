import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const LONGEST = 60;

/** A name being asked for. */
export type NameQuestion = Readonly<{
  title: string;
  name: string;
  /** Names of others: two of one name could not be told apart. */
  taken: readonly string[];
  onName: (name: string) => void;
}>;

function NameForm(props: NameQuestion & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name);
  const kept = name.trim();
  const isTaken = props.taken.some((one) => one.toLocaleLowerCase() === kept.toLocaleLowerCase());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!kept || isTaken) return;
        props.onClose();
        props.onName(kept);
      }}
    >
      <TextInput
        data-autofocus
        label={t('orders.view.name')}
        description={t('orders.view.name-note')}
        value={name}
        error={isTaken && t('orders.view.name-taken')}
        maxLength={LONGEST}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group mt={16} gap={8}>
        <Button type="submit" variant="filled" disabled={!kept || isTaken}>
          {t('orders.view.keep')}
        </Button>
        <Button onClick={props.onClose}>{t('app.cancel')}</Button>
      </Group>
    </form>
  );
}

/** Asks for the name of a view; null asks nothing. */
export function NameDialog(props: {
  readonly question: NameQuestion | null;
  readonly onClose: () => void;
}): ReactNode {
  const { question, onClose } = props;
  return (
    <Modal opened={question !== null} onClose={onClose} title={question?.title ?? ''} size="sm">
      {question && <NameForm {...question} onClose={onClose} />}
    </Modal>
  );
}
