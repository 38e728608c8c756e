import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProbeStep } from '../../../main/domain/probe-step.ts';
import { ORGANIZATION_ID, uuidFor, VENUE_ID } from '../../fixtures/iiko-cloud-order.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { openSource, page, withTokens } from './open-source.ts';

let vendor: StandInVendor;
beforeAll(async () => {
  vendor = await startStandInVendor();
});
beforeEach(() => {
  vendor.seen = [];
});
afterAll(() => vendor.close());

const organizationId = ORGANIZATION_ID;
const venue = (id: string, name: string) => ({ id, organizationId, name, timeZone: 'x' });
const sleeper = uuidFor(2, 'c');

const healthy: Record<string, object> = {
  '/api/1/organizations': {
    organizations: [
      { id: organizationId, name: 'Пицца Урал', currencyIsoName: 'RUB', version: '9.2' },
    ],
  },
  '/api/1/terminal_groups': {
    terminalGroups: [{ organizationId, items: [venue(VENUE_ID, 'Малышева')] }],
    terminalGroupsInSleep: [],
  },
  '/api/1/terminal_groups/is_alive': {
    isAliveStatus: [{ terminalGroupId: VENUE_ID, organizationId, isAlive: true }],
  },
  '/api/1/deliveries/by_delivery_date_and_status': page(),
  '/api/1/marketing_sources': { marketingSources: [] },
  '/api/1/deliveries/order_types': { orderTypes: [] },
  '/api/1/payment_types': { paymentTypes: [] },
  '/api/1/cancel_causes': { cancelCauses: [{ id: uuidFor(4), name: 'Отказ' }] },
  '/api/1/employees/couriers': { employees: [] },
  '/api/1/regions': { regions: [] },
  '/api/1/cities': { cities: [] },
  '/api/1/delivery_restrictions': { deliveryRestrictions: [] },
};

async function probe(changes: Record<string, object> = {}): Promise<ProbeStep[]> {
  const answers = { ...healthy, ...changes };
  vendor.answer = withTokens(({ path }, response) => sendJson(response, answers[path] ?? {}));
  return collect();
}

async function collect(): Promise<ProbeStep[]> {
  const { source, signal } = openSource(vendor);
  const steps: ProbeStep[] = [];
  for await (const step of source.probe(signal)) steps.push(step);
  return steps;
}

const short = (steps: ProbeStep[]) =>
  steps.map(({ step, state, evidence }) => `${step} ${state} ${evidence}`);

describe('a connection test', () => {
  it('passes step by step with what it saw', async () => {
    const steps = await probe();
    expect(short(steps)).toEqual([
      'token passed token',
      'organizations passed organizations',
      'venues passed venues',
      'alive passed alive',
      'orders passed orders',
      'dictionaries passed dictionaries',
    ]);
    expect(steps[1]!.params).toEqual({ count: 1, names: 'Пицца Урал' });
    expect(steps[4]!.params).toEqual({ count: 1 });
  });

  it('warns that changes can not be followed, and names the right', async () => {
    const right = 'api/1/deliveries/by_revision';
    const refusal = { errorDescription: `Right ${right} is not allowed for this ApiLogin.` };
    vendor.answer = withTokens(({ path }, response) =>
      path.endsWith('/by_revision')
        ? sendJson(response, refusal, 401)
        : sendJson(response, healthy[path] ?? {}),
    );
    const orders = (await collect()).find(({ step }) => step === 'orders');
    expect(orders).toMatchObject({ state: 'warned', evidence: 'orders-no-revisions' });
    expect(orders?.params).toEqual({ count: 1, right });
  });

  it('tells the reasons of empty answers apart', async () => {
    const steps = await probe({
      '/api/1/terminal_groups': {
        terminalGroups: [{ organizationId, items: [venue(VENUE_ID, 'Малышева')] }],
        terminalGroupsInSleep: [{ organizationId, items: [venue(sleeper, 'Вокзал')] }],
      },
      '/api/1/terminal_groups/is_alive': { isAliveStatus: [] },
      '/api/1/deliveries/by_delivery_date_and_status': page([]),
    });
    expect(short(steps).slice(2, 5)).toEqual([
      'venues warned venues-sleeping',
      'alive warned alive-partly',
      'orders warned orders-none',
    ]);
    expect(steps[2]!.params).toMatchObject({ names: 'Вокзал' });
  });

  it('ends where going on is useless', async () => {
    vendor.answer = (_, response) => sendJson(response, { errorDescription: 'Login x' }, 401);
    expect(short(await collect())).toEqual(['token failed iiko-cloud.login-refused']);
    expect(short(await probe({ '/api/1/organizations': { organizations: [] } }))).toEqual([
      'token passed token',
      'organizations failed organizations-none',
    ]);
  });

  it('names missing rights', async () => {
    vendor.answer = withTokens(({ path }, response) => {
      const forbidden = path.includes('by_delivery_date') || path.endsWith('couriers');
      const errorDescription = `Right ${path.slice(1)} is not allowed for this ApiLogin.`;
      return sendJson(
        response,
        forbidden ? { errorDescription } : healthy[path],
        forbidden ? 401 : 200,
      );
    });
    const steps = await collect();
    expect(short(steps).slice(4)).toEqual([
      'orders failed iiko-cloud.right-missing',
      'dictionaries warned dictionaries-partly',
    ]);
    expect(steps[5]!.params).toMatchObject({ rights: 'api/1/employees/couriers' });
  });
});

describe('texts', () => {
  const textsOf = (language: string): Record<string, string> => ({
    ...(JSON.parse(
      readFileSync(`resources/locales/${language}/iiko-cloud.json`, 'utf8'),
    ) as object),
    ...(JSON.parse(readFileSync(`resources/locales/${language}/source.json`, 'utf8')) as object),
  });
  const isPlural = (key: string) => /_(one|few|many|other)$/.test(key);

  it.each(['ru', 'en'])('exist for every code that the source can give: %s', (language) => {
    const texts = textsOf(language);
    for (const file of ['client', 'refusal', 'probe', 'fetch-orders', 'windows', 'read-orders']) {
      const code = readFileSync(`main/sources/iiko-cloud/${file}.ts`, 'utf8');
      for (const [, key] of code.matchAll(/'((?:iiko-cloud|source)\.[a-z-]+)'/g)) {
        expect(texts, file).toHaveProperty([`failure.${key}`]);
      }
      for (const [, key] of code.matchAll(/fail\('([a-z-]+)'\)/g)) {
        expect(texts, file).toHaveProperty([`failure.iiko-cloud.${key}`]);
      }
      for (const [, key] of code.matchAll(/Unreadable\('([a-z-]+)'\)/g)) {
        expect(texts, file).toHaveProperty([`failure.quarantine.${key}`]);
      }
    }
  });

  it('are the same set in both languages, and evidence of a failure says what the failure says and promises nothing', () => {
    const [ru, en] = [textsOf('ru'), textsOf('en')];
    const keys = (texts: object) =>
      Object.keys(texts)
        .filter((key) => !isPlural(key))
        .toSorted();
    expect(keys(ru)).toEqual(keys(en));
    for (const [key, text] of Object.entries(ru)) {
      if (!key.startsWith('connections.evidence.iiko-cloud.')) continue;
      const failure = ru[key.replace('connections.evidence.', 'failure.')]!;
      expect(String(text).split('. ')[0]).toBe(String(failure).split('. ')[0]);
      // A test is made once, and shows no reference number.
      expect(text).not.toMatch(/сама[;.]|номер обращения/u);
    }
  });
});
