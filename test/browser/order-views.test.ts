import { expect, it } from 'vitest';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { eventually } from '../support/eventually.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { ordersAnswers } from '../support/million-orders.ts';
import { row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

it('a view of one’s own tells its count, and a preset beside it keeps its filters', async () => {
  const idle = idleAnswers();
  const filter = { ...structuredClone(EVERY_ORDER), stages: ['cooking' as const], venueIds: [1] };
  const sort = { column: 'created' as const, descending: true };
  const view = { id: 'own', name: 'Таганка', filter, sort };
  Object.assign(idle.state.personal, { savedViews: [view] });
  const orders = { ...ordersAnswers({}).answers, countsOf: () => [431] };
  const page = await windows.open({ ...idle.answers, orders }, 'orders');
  await row(page, 0).waitFor();
  await page.getByRole('button', { name: 'Таганка 431', exact: true }).click();
  await page.getByRole('button', { name: /^Отменены/ }).click();
  await eventually(() => windows.asked('orders.open').at(-1)).toMatchObject({
    filter: { view: 'cancelled', stages: ['cooking'], venueIds: [1] },
  });
  expect(windows.asked('orders.counts').at(-1)).toMatchObject({ filter: { venueIds: [1] } });
});

async function withOneView() {
  const idle = idleAnswers();
  const sort = { column: 'created' as const, descending: true };
  const filter = { ...structuredClone(EVERY_ORDER), venueIds: [1] };
  Object.assign(idle.state.personal, {
    seenHints: ['orders'],
    savedViews: [{ id: 'own', name: 'Таганка', filter, sort }],
  });
  const orders = { ...ordersAnswers({}).answers, countsOf: () => [431] };
  const page = await windows.open({ ...idle.answers, orders }, 'orders');
  await row(page, 0).waitFor();
  return { page, personal: idle.state.personal };
}

it('a view takes the filters of now, and has its way back', async () => {
  const { page, personal } = await withOneView();
  await page.getByRole('button', { name: /^Отменены/ }).click();
  await page.getByRole('button', { name: 'Действия с видом «Таганка»' }).click();
  await page.getByRole('menuitem', { name: 'Сохранить сюда нынешние фильтры' }).click();
  await page.getByText('Вид «Таганка» обновлён').waitFor();
  await eventually(() => personal.savedViews[0]?.filter).toMatchObject({
    view: 'cancelled',
    venueIds: [],
  });
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await eventually(() => personal.savedViews[0]?.filter).toMatchObject({ venueIds: [1] });
});

it('a view that is only sorted in another way can take the new sort', async () => {
  const { page, personal } = await withOneView();
  await page.getByRole('button', { name: /^Таганка/ }).click();
  await page.locator('[data-header="sum"]').click();
  await page.getByRole('button', { name: 'Действия с видом «Таганка»' }).click();
  await page.getByRole('menuitem', { name: 'Сохранить сюда нынешние фильтры' }).click();
  await eventually(() => personal.savedViews[0]?.sort.column).toBe('sum');
});

it('two views never have one name', async () => {
  const { page } = await withOneView();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('рис');
  await page.getByRole('button', { name: 'Сохранить вид' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Название вида').fill(' таганка ');
  await dialog.getByText('Вид с таким названием уже есть').waitFor();
  expect(await dialog.getByRole('button', { name: 'Сохранить' }).isDisabled()).toBe(true);
});

it('a filter that was asked for and not set goes away by its cross', async () => {
  const { page } = await withOneView();
  await page.getByRole('button', { name: 'Фильтр', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Курьер' }).click();
  await page.keyboard.press('Escape');
  const cross = page.getByRole('button', { name: 'Убрать фильтр «Курьер»' });
  await cross.click();
  await cross.waitFor({ state: 'detached' });
});

it('a hidden column comes back by «Вернуть»', async () => {
  const { page, personal } = await withOneView();
  const shown = () => personal.orderColumns.find(({ column }) => column === 'phone')?.shown;
  await page.getByRole('button', { name: 'Столбцы' }).click();
  await page.getByRole('checkbox', { name: 'Телефон' }).uncheck();
  await page.getByText('Столбцы изменены').waitFor();
  await eventually(shown).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await eventually(shown).toBe(true);
});

it('what was said in one language does not stay in another, what was done can still be taken back', async () => {
  const { page, personal } = await withOneView();
  await page.getByRole('button', { name: 'Действия с видом «Таганка»' }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  const said = page.getByText('Вид «Таганка» удалён');
  await said.waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('English');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Cancelled/ }).waitFor();
  await said.waitFor({ state: 'detached', timeout: 3000 });
  await page.keyboard.press('Control+z');
  await eventually(() => personal.savedViews.length).toBe(1);
});
