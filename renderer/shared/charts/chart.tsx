import { useComputedColorScheme } from '@mantine/core';
import {
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { chartOption } from './chart-option.ts';
import { chartPoints, nextPoint, type ChartPoint } from './chart-points.ts';
import { readPalette } from './chart-palette.ts';
import { markPoint, pixelOf, pointUnder } from './chart-place.ts';
import type { ChartSpec } from './chart-spec.ts';
import styles from './chart.module.css';
import { usePrinting } from '../ui/use-printing.ts';
import { useDrawing } from './use-drawing.ts';

/** What the owner of a chart can have made of it. */
export type ChartHandle = Readonly<{
  svg(): Promise<string>;
  png(): Promise<Blob>;
}>;

type ChartProps = Readonly<{
  /** Heading of the chart, also of a saved picture. */
  label: string;
  /** What it shows in one sentence, for those who do not see it. */
  summary: string;
  spec: ChartSpec;
  heightPx: number;
  /** A place was clicked or Enter pressed on it. */
  onOpen?: ((at: number) => void) | undefined;
  ref?: Ref<ChartHandle>;
}>;

const PICTURE = { width: 1200, height: 600 };
const TEXT_WIDTH_PX = 220;

const sentence = ({ label, values }: ChartPoint): string =>
  `${label}: ${values.map(({ name, text }) => (name ? `${name} ${text}` : text)).join(', ')}`;

function Words(props: {
  readonly point: ChartPoint;
  readonly at: readonly [number, number];
  readonly boxWidth: number;
}): ReactNode {
  const { point, at, boxWidth } = props;
  const left = Math.max(0, Math.min(at[0] + 12, boxWidth - TEXT_WIDTH_PX));
  return (
    <div className={styles.words} style={{ left, top: Math.max(0, at[1] - 12) }} aria-hidden>
      <strong>{point.label}</strong>
      {point.values.map(({ name, text }) => (
        <span key={name} className={styles.value}>
          <span>{name}</span>
          <span>{text}</span>
        </span>
      ))}
    </div>
  );
}

/** The scheme's colours; on paper always the light ones. */
function usePalette(): ReturnType<typeof readPalette> {
  const scheme = useComputedColorScheme();
  const shown = usePrinting() ? 'light' : scheme;
  return useMemo(() => readPalette(shown), [shown]);
}

function usePictures(props: ChartProps): void {
  const scheme = useComputedColorScheme();
  const { spec, label } = props;
  useImperativeHandle(
    props.ref,
    () => {
      const option = () => chartOption(spec, readPalette(scheme), { title: label });
      return {
        svg: async () => (await import('./echarts-core.ts')).writeSvg(option(), PICTURE),
        png: async () => (await import('./echarts-core.ts')).writePng(option(), PICTURE),
      };
    },
    [spec, label, scheme],
  );
}

/**
 * A chart. The mouse or the arrow keys stand on one place after another and its figures are said in
 * words; Enter opens what is behind it. The library is loaded when the first chart is shown.
 */
export function Chart(props: ChartProps): ReactNode {
  const { label, summary, spec, heightPx, onOpen } = props;
  const { t } = useTranslation();
  const palette = usePalette();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(box, spec, palette);
  const { points, width } = useMemo(() => chartPoints(spec), [spec]);
  const [at, setAt] = useState<number | null>(null);
  usePictures(props);
  const live = drawing && !drawing.isDisposed() ? drawing : null;
  const stand = (place: number | null): void => {
    if (place === at) return;
    setAt(place);
    if (live) markPoint(spec, live, place);
  };
  const under = (event: MouseEvent): number | null =>
    live && pointUnder(spec, live, [event.nativeEvent.offsetX, event.nativeEvent.offsetY]);
  const press = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && at !== null) onOpen?.(at);
    else if (event.key === 'Escape') stand(null);
    else {
      const next = nextPoint(event.key, at, points.length, width);
      if (next === null) return;
      stand(next);
    }
    event.preventDefault();
  };
  const click = (event: MouseEvent): void => {
    const place = under(event);
    if (place !== null) onOpen?.(place);
  };
  const point = at === null ? undefined : points[at];
  const place = point && live && at !== null ? pixelOf(spec, live, at) : null;
  return (
    <div
      role="application"
      aria-roledescription={t('charts.chart')}
      aria-label={`${label}. ${summary} ${t('charts.keys')}`}
      // Keys walk the places inside.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.chart}
      style={{ height: heightPx }}
      data-opens={(onOpen && at !== null) || undefined}
      onKeyDown={press}
      onBlur={() => stand(null)}
      onMouseMove={(event) => stand(under(event))}
      onMouseLeave={() => stand(null)}
      onClick={click}
    >
      <div ref={box} className={styles.canvas} />
      {point && place && (
        <Words point={point} at={place} boxWidth={box.current?.clientWidth ?? 0} />
      )}
      <span className={styles.said} aria-live="polite">
        {point ? sentence(point) : ''}
      </span>
    </div>
  );
}
