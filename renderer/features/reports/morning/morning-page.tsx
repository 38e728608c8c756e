import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconSunrise } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Morning, MorningFigure } from '../../../../main/contract/reports.ts';
import { addDays } from '../../../../main/domain/local-time.ts';
import { formulaKey } from '../../../../main/domain/reports/report-measure.ts';
import type { ChartHandle } from '../../../shared/charts/chart.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ChartPanel } from '../figures/chart-panel.tsx';
import { Tile } from '../figures/tile.tsx';
import { useChartContext } from '../figures/use-chart-context.ts';
import { changeOf, tileText } from '../figures/write-figure.ts';
import { MadeStrip } from '../made-strip.tsx';
import { ReadFailure } from '../read-failure.tsx';
import type { Figure } from '../table/report-table.tsx';
import { hoursChart, listChart, morningFigure, type MorningSection } from './morning-figures.ts';
import styles from './morning.module.css';
import { useMorning } from './use-morning.ts';

/** Of the hours, and of the lists below them. */
const HEIGHTS_PX = [220, 230] as const;
const TALL_HEIGHTS_PX = [300, 300] as const;
const TALL_SCREEN = '(min-height: 960px)';

type Shown = Readonly<{
  morning: Morning;
  section: MorningSection;
  onOpen: (figure: Figure) => void;
  chart: RefObject<ChartHandle | null>;
}>;

function MorningTile(props: Shown & { readonly figure: MorningFigure }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { morning, section, figure, onOpen } = props;
  const { measure, unit, value, before, usual } = figure;
  const context = { currency: section.currency, format, t };
  const was = t('report-screens.tile.was', { before: tileText(before, unit, context) });
  const usually = t('report-screens.tile.usual', { usual: tileText(usual, unit, context) });
  return (
    <Tile
      measure={measure}
      name={t(`reports.measure.${measure}`)}
      formula={t(formulaKey(measure))}
      value={tileText(value, unit, context)}
      change={changeOf(unit, value, before, context)}
      note={before === null ? '' : was}
      hint={[before !== null && was, usual !== null && usually].filter(Boolean).join(' · ')}
      onOpen={() => onOpen(morningFigure(morning, section, { by: 'venue', measure, value }, null))}
    />
  );
}

function Section(props: Shown): ReactNode {
  const { morning, section, onOpen } = props;
  const context = useChartContext(section.currency);
  const heights = useMediaQuery(TALL_SCREEN) ? TALL_HEIGHTS_PX : HEIGHTS_PX;
  const charts = useMemo(
    () => [
      hoursChart(morning, section, context),
      listChart(morning, section, 'channel', context),
      listChart(morning, section, 'venue', context),
    ],
    [morning, section, context],
  );
  return (
    <>
      <div className={styles.tiles}>
        {section.figures
          .filter(({ value }) => value !== null)
          .map((figure) => (
            <MorningTile key={figure.measure} {...props} figure={figure} />
          ))}
      </div>
      <div className={styles.charts}>
        {charts.map((chart, at) => (
          <ChartPanel
            key={chart.title}
            title={chart.title}
            spec={chart.spec}
            heightPx={heights[at === 0 ? 0 : 1]}
            chart={at === 0 ? props.chart : undefined}
            onOpen={(place) => {
              const figure = chart.figureAt(place);
              if (figure) onOpen(figure);
            }}
          />
        ))}
      </div>
    </>
  );
}

function DayHead(props: {
  readonly morning: Morning;
  readonly today: string | undefined;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { morning, today, onDay } = props;
  const { day, before } = morning;
  const weekday = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'ru', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
  return (
    <header className={styles.head}>
      <ActionIcon
        aria-label={t('report-screens.morning.back')}
        onClick={() => onDay(addDays(day, -1))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <h2>{t('report-screens.morning.day', { weekday, day: format.dayInWords(day) })}</h2>
      <ActionIcon
        aria-label={t('report-screens.morning.next')}
        disabled={today !== undefined && day >= today}
        onClick={() => onDay(addDays(day, 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <p>
        {before === null
          ? t('report-screens.morning.alone')
          : t('report-screens.morning.against', { day: format.day(before) })}
      </p>
    </header>
  );
}

/** The first look of a day: yesterday against the same weekday, where it came from and when. */
export function MorningPage(props: {
  readonly today: string | undefined;
  readonly onOpen: (figure: Figure) => void;
  readonly chart: RefObject<ChartHandle | null>;
}): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const { state, read } = useMorning(day);
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <ReadFailure failure={state.failure} onRetry={read} />;
  const { morning } = state;
  return (
    <div className={styles.page}>
      <div className={styles.body}>
        <DayHead morning={morning} today={props.today} onDay={setDay} />
        {morning.sections.length === 0 ? (
          <EmptyState
            icon={IconSunrise}
            title={t('report-screens.morning.empty')}
            text={t('report-screens.morning.empty.text')}
          />
        ) : (
          morning.sections.map((section) => (
            <Section
              key={section.currency}
              morning={morning}
              section={section}
              onOpen={props.onOpen}
              chart={props.chart}
            />
          ))
        )}
      </div>
      <MadeStrip made={morning.made} notes={[]} adds={null} stale={false} onRefresh={read} />
    </div>
  );
}
