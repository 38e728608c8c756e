import { Autocomplete, Button, NumberInput, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpendRow } from '../../../../main/contract/reports.ts';
import { minorDigits } from '../../../../main/domain/money.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import styles from './spend.module.css';
import { useSaveSpend } from './use-spend.ts';

const isSameText = (left: string, right: string): boolean =>
  left.trim().toLocaleLowerCase('ru') === right.trim().toLocaleLowerCase('ru');

type FormProps = Readonly<{
  today: string;
  channels: readonly string[];
  currencies: readonly string[];
  rows: readonly SpendRow[];
}>;

/** What is being typed, and how it is saved: under the name that the channel already has. */
function useSpendForm({ today, channels, currencies, rows }: FormProps) {
  const [day, setDay] = useState<string | null>(today);
  const [channel, setChannel] = useState('');
  const [currency, setCurrency] = useState(currencies[0] ?? 'RUB');
  const [amount, setAmount] = useState<number | string>('');
  const saveSpend = useSaveSpend();
  const digits = minorDigits(currency);
  const save = useCallback(async () => {
    const said = channels.find((one) => isSameText(one, channel)) ?? channel.trim();
    const place = { day: day ?? '', channel: said, currency };
    const before = rows.find(
      (row) => row.day === place.day && row.channel === said && row.currency === currency,
    );
    const minor = Math.round(Number(amount) * 10 ** digits);
    await saveSpend(place, minor, before?.amountMinor ?? 0);
  }, [channels, channel, day, currency, rows, amount, digits, saveSpend]);
  const saving = useSubmit(
    save,
    useCallback(() => setAmount(''), []),
  );
  const complete = day !== null && channel.trim() !== '' && amount !== '';
  return {
    ...saving,
    complete,
    digits,
    day: [day, setDay] as const,
    channel: [channel, setChannel] as const,
    currency: [currency, setCurrency] as const,
    amount: [amount, setAmount] as const,
  };
}

/** One day's spend of a channel by hand; saying it again replaces what was said. */
export function SpendForm(props: FormProps): ReactNode {
  const { t } = useTranslation();
  const { channels, currencies } = props;
  const { busy, failure, submit, complete, digits, ...fields } = useSpendForm(props);
  const [day, setDay] = fields.day;
  const [channel, setChannel] = fields.channel;
  const [currency, setCurrency] = fields.currency;
  const [amount, setAmount] = fields.amount;
  return (
    <form className={styles.form} aria-label={t('report-screens.spend.add')} onSubmit={submit}>
      <DateInput
        label={t('report-screens.spend.day')}
        value={day}
        valueFormat="DD.MM.YYYY"
        onChange={setDay}
        w={132}
      />
      <Autocomplete
        label={t('report-screens.spend.channel')}
        data={[...channels]}
        value={channel}
        onChange={setChannel}
        maxLength={300}
        limit={50}
        className={styles.channel}
      />
      <NumberInput
        label={t('report-screens.spend.amount')}
        value={amount}
        onChange={setAmount}
        min={0}
        max={1e10}
        decimalScale={digits}
        decimalSeparator=","
        thousandSeparator=" "
        hideControls
        w={132}
      />
      {currencies.length > 1 && (
        <Select
          label={t('report-screens.spend.currency')}
          data={[...currencies]}
          value={currency}
          allowDeselect={false}
          onChange={(next) => next && setCurrency(next)}
          w={96}
        />
      )}
      <Button type="submit" variant="filled" loading={busy} disabled={!complete}>
        {t('report-screens.spend.save')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </form>
  );
}
