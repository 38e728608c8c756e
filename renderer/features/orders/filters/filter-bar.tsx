import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterChoices } from '../../../../main/contract/orders.ts';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';
import type { ServiceType } from '../../../../main/domain/orders/order.ts';
import { STAGES } from '../../../../main/domain/orders/stage.ts';
import { countRestrictions } from '../list/order-views.ts';
import { FlagChip } from './flag-chip.tsx';
import { ListChip } from '../../../shared/filters/list-chip.tsx';
import { PeriodChip } from './period-chip.tsx';
import type { PeriodChoice } from './period-choice.ts';
import { SumChip } from './sum-chip.tsx';

const SERVICE_TYPES: readonly ServiceType[] = ['courier', 'pickup', 'common', 'unknown'];
const EXTRA = ['courier', 'operator', 'problem', 'late', 'sum'] as const;

type Extra = (typeof EXTRA)[number];
type Change = Partial<Omit<OrderFilter, 'period'>>;

type Props = Readonly<{
  filter: OrderFilter;
  period: PeriodChoice;
  choices: FilterChoices | null;
  onChange: (change: Change) => void;
  onPeriod: (period: PeriodChoice) => void;
  onReset: () => void;
}>;

function isSet(extra: Extra, filter: OrderFilter): boolean {
  switch (extra) {
    case 'courier':
      return filter.couriers.length > 0;
    case 'operator':
      return filter.operators.length > 0;
    case 'problem':
      return filter.problem !== null;
    case 'late':
      return filter.late !== null;
    case 'sum':
      return filter.sumFromMinor !== null || filter.sumToMinor !== null;
  }
}

const named = (names: readonly string[], none: string) =>
  names.map((name) => ({ value: name, label: name || none }));

type ExtraProps = Props &
  Readonly<{ extra: Extra; fresh: boolean; onRemove: (() => void) | undefined }>;

function ExtraChip(props: ExtraProps): ReactNode {
  const { t } = useTranslation();
  const { extra, filter, choices, onChange, onRemove } = props;
  const label = t(`orders.filter.${extra}`);
  const at = { label, openedAtFirst: props.fresh, onRemove };
  const none = t('orders.filter.nobody');
  switch (extra) {
    case 'courier':
      return (
        <ListChip
          {...at}
          choices={named(choices?.couriers ?? [], none)}
          chosen={filter.couriers}
          onChoose={(couriers) => onChange({ couriers })}
        />
      );
    case 'operator':
      return (
        <ListChip
          {...at}
          choices={named(choices?.operators ?? [], none)}
          chosen={filter.operators}
          onChoose={(operators) => onChange({ operators })}
        />
      );
    case 'problem':
      return (
        <FlagChip {...at} flag={filter.problem} onChoose={(problem) => onChange({ problem })} />
      );
    case 'late':
      return <FlagChip {...at} flag={filter.late} onChoose={(late) => onChange({ late })} />;
    case 'sum':
      return (
        <SumChip
          bounds={filter}
          onChoose={onChange}
          openedAtFirst={props.fresh}
          onRemove={onRemove}
        />
      );
  }
}

function MainChips({ filter, choices, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const venues = (choices?.venues ?? []).map(({ id, name, city }) => ({
    value: id,
    label: name,
    note: city,
  }));
  const stages = STAGES.map((value) => ({ value, label: t(`orders.stage.${value}`) }));
  const services = SERVICE_TYPES.map((value) => ({ value, label: t(`orders.service.${value}`) }));
  return (
    <>
      <ListChip
        label={t('orders.filter.venue')}
        choices={venues}
        chosen={filter.venueIds}
        onChoose={(venueIds) => onChange({ venueIds })}
      />
      <ListChip
        label={t('orders.filter.status')}
        choices={stages}
        chosen={filter.stages}
        onChoose={(chosen) => onChange({ stages: chosen })}
      />
      <ListChip
        label={t('orders.filter.source')}
        choices={named(choices?.sources ?? [], t('orders.source.none'))}
        chosen={filter.sources}
        onChoose={(sources) => onChange({ sources })}
      />
      <ListChip
        label={t('orders.filter.service')}
        choices={services}
        chosen={filter.serviceTypes}
        onChoose={(serviceTypes) => onChange({ serviceTypes })}
      />
    </>
  );
}

/** The line of filters: the usual ones always, the others when they are asked for or set. */
export function FilterBar(props: Props): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<readonly Extra[]>([]);
  const { filter } = props;
  const shown = EXTRA.filter((extra) => isSet(extra, filter) || asked.includes(extra));
  const rest = EXTRA.filter((extra) => !shown.includes(extra));
  const forget = (extra: Extra): void => setAsked(asked.filter((one) => one !== extra));
  const reset = (): void => {
    setAsked([]);
    props.onReset();
  };
  return (
    <>
      <PeriodChip choice={props.period} period={filter.period} onChoose={props.onPeriod} />
      <MainChips {...props} />
      {shown.map((extra) => (
        <ExtraChip
          key={extra}
          {...props}
          extra={extra}
          fresh={!isSet(extra, filter)}
          onRemove={asked.includes(extra) ? () => forget(extra) : undefined}
        />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" leftSection={<IconPlus size={14} />}>
              {t('orders.filter.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((extra) => (
              <Menu.Item key={extra} onClick={() => setAsked([...asked, extra])}>
                {t(`orders.filter.${extra}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {(countRestrictions(filter) > 0 || shown.length > 0) && (
        <Button variant="subtle" onClick={reset}>
          {t('orders.filter.reset')}
        </Button>
      )}
    </>
  );
}
