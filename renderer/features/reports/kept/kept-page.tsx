import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconBookmark, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../main/contract/index.ts';
import type { Recipe, RecipeComparison, Report } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import type { ChartHandle } from '../../../shared/charts/chart.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import { bareReport } from '../figures/shown-report.ts';
import { MadeStrip } from '../made-strip.tsx';
import { ReadFailure } from '../read-failure.tsx';
import { ReportView } from '../report-view.tsx';
import { useDaysText } from '../settings/use-days-text.ts';
import type { ReportSettings } from '../settings/report-settings.ts';
import type { TableTab } from '../report-tabs.ts';
import { ScheduleList } from '../schedules/schedule-list.tsx';
import type { Figure } from '../table/report-table.tsx';
import styles from './kept.module.css';
import { RecipeChanges } from './recipe-changes.tsx';
import { settingsOf, tabOfQuery } from './settings-of.ts';
import { useRecipes } from './use-recipes.ts';

type Opened =
  | Readonly<{ type: 'then'; recipe: Recipe; report: Report }>
  | Readonly<{ type: 'compared'; recipe: Recipe; comparison: RecipeComparison }>;

async function openThen(client: Client, recipe: Recipe): Promise<Opened> {
  const { report } = bareReport(await client.reports.runRecipe({ recipeId: recipe.id }));
  return { type: 'then', recipe, report };
}

async function openCompared(client: Client, recipe: Recipe): Promise<Opened> {
  const comparison = await client.reports.compareRecipe({ recipeId: recipe.id });
  return { type: 'compared', recipe, comparison };
}

type Actions = Readonly<{
  onThen: () => void;
  onNow: () => void;
  onCompare: () => void;
  onRemove: () => void;
}>;

function RecipeLine({ recipe, ...on }: Actions & { readonly recipe: Recipe }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const daysText = useDaysText();
  const tab = tabOfQuery(recipe.query);
  const facts = [
    t(`report-screens.tab.${tab}`),
    daysText(recipe.query.period),
    t('report-screens.kept.by', { author: recipe.author, at: format.moment(recipe.createdAt) }),
  ];
  return (
    <li className={styles.recipe}>
      <div className={styles.words}>
        <h2>{recipe.name}</h2>
        <p>{facts.join(' · ')}</p>
      </div>
      <Button onClick={on.onThen}>{t('report-screens.kept.show-then')}</Button>
      <Button onClick={on.onNow}>{t('report-screens.kept.show-now')}</Button>
      <Button onClick={on.onCompare}>{t('report-screens.kept.why')}</Button>
      <ActionIcon
        aria-label={t('report-screens.kept.remove', { name: recipe.name })}
        onClick={on.onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

/** Removing can be taken back: the question is kept again, as of now. */
function useRemove(): (recipe: Recipe) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return async (recipe) => {
    let { id } = recipe;
    await client.reports.removeRecipe({ recipeId: id });
    did({
      title: t('report-screens.kept.removed', { name: recipe.name }),
      undo: async () => {
        ({ id } = await client.reports.keepRecipe({ name: recipe.name, query: recipe.query }));
      },
      redo: async () => void (await client.reports.removeRecipe({ recipeId: id })),
    });
  };
}

function OpenedRecipe(props: {
  readonly opened: Opened;
  readonly today: string;
  readonly figure: Figure | null;
  readonly onOpen: (figure: Figure) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { opened, onBack } = props;
  const chart = useRef<ChartHandle>(null);
  const tab = tabOfQuery(opened.recipe.query);
  return (
    <div className={styles.open}>
      <header className={styles.openHead}>
        <ActionIcon aria-label={t('report-screens.kept.back')} onClick={onBack}>
          <IconArrowLeft size={16} />
        </ActionIcon>
        <h2>{opened.recipe.name}</h2>
      </header>
      {opened.type === 'compared' ? (
        <RecipeChanges comparison={opened.comparison} />
      ) : (
        <>
          <ReportView
            tab={tab}
            report={opened.report}
            trend={null}
            today={props.today}
            opened={props.figure}
            onOpen={props.onOpen}
            onEscape={onBack}
            chart={chart}
          />
          <MadeStrip
            made={opened.report.made}
            notes={opened.report.notes}
            adds={null}
            stale={false}
            onRefresh={() => undefined}
          />
        </>
      )}
    </div>
  );
}

/** Kept reports: as they were, on today's data, and why the two differ. */
export function KeptPage(props: {
  readonly today: string;
  readonly figure: Figure | null;
  readonly onOpen: (figure: Figure) => void;
  readonly onAsk: (tab: TableTab, settings: ReportSettings) => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const remove = useRemove();
  const { state, read } = useRecipes();
  const [opened, setOpened] = useState<Opened | null>(null);
  const attempt = (work: () => Promise<void>): void => void work().catch(notifyFailure);
  if (opened)
    return (
      <OpenedRecipe
        opened={opened}
        today={props.today}
        figure={props.figure}
        onOpen={props.onOpen}
        onBack={() => setOpened(null)}
      />
    );
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <ReadFailure failure={state.failure} onRetry={read} />;
  return (
    <div className={styles.page}>
      {state.recipes.length > 0 && (
        <ul className={styles.list}>
          {state.recipes.map((recipe) => (
            <RecipeLine
              key={recipe.id}
              recipe={recipe}
              onThen={() => attempt(async () => setOpened(await openThen(client, recipe)))}
              onNow={() => props.onAsk(tabOfQuery(recipe.query), settingsOf(recipe.query))}
              onCompare={() => attempt(async () => setOpened(await openCompared(client, recipe)))}
              onRemove={() => attempt(() => remove(recipe))}
            />
          ))}
        </ul>
      )}
      <ScheduleList />
      {state.recipes.length === 0 && (
        <EmptyState
          icon={IconBookmark}
          title={t('report-screens.kept.empty')}
          text={t('report-screens.kept.empty.text')}
        />
      )}
    </div>
  );
}
