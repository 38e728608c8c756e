import { describe, expect, it } from 'vitest';
import { OLAP_FIELDS } from '../../main/demo/iiko-server/olap-fields.ts';
import { NEEDED, OLAP_PARTS, queryOf } from '../../main/sources/iiko-server/olap-parts.ts';
import { refusalOf } from '../../main/sources/iiko-server/refusal.ts';
import type { WireOlapColumns } from '../../main/sources/iiko-server/wire.ts';
import { openServer, signal } from '../sources/iiko-server/open-server.ts';
import { hasSamples, readSample, WITHOUT_SAMPLES } from './vendor-samples.ts';

type Request = {
  reportType: string;
  buildSummary: boolean;
  groupByRowFields: string[];
  groupByColFields: string[];
  aggregateFields: string[];
  filters: Record<string, { filterType: string; [key: string]: unknown }>;
};
const FOLDER = 'iiko-server';
const REQUESTS = ['cost-per-dish', 'cost-per-order', 'marketing'];
const MOST_FIELDS = 7;

/** The shape of a value: its keys and types, not what they say. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOf(inside)]));
}

describe.skipIf(!hasSamples)(
  `iikoServer as documented ${hasSamples ? '' : WITHOUT_SAMPLES}`,
  () => {
    const columns = (): WireOlapColumns =>
      readSample('server-synthetic-olap-columns-subset.json', FOLDER) as WireOlapColumns;
    const request = (name: string): Request =>
      readSample(`server-synthetic-olap-request-${name}.json`, FOLDER) as Request;

    it('is asked in the shape of the documented requests, never for more than seven fields', () => {
      const all = Object.fromEntries(Object.keys(OLAP_FIELDS).map((field) => [field, {}]));
      const known = shapeOf(request('cost-per-order')) as { filters: Record<string, unknown> };
      for (const part of OLAP_PARTS) {
        const query = queryOf(part, '2026-03-14', all);
        expect(query.groupByRowFields.length + query.aggregateFields.length).toBeLessThanOrEqual(
          MOST_FIELDS,
        );
        const { filters, ...shape } = shapeOf(query) as { filters: Record<string, unknown> };
        const { filters: documented, ...outer } = known;
        expect(Object.keys(shape)).toEqual(Object.keys(outer));
        expect(filters['OpenDate.Typed']).toEqual(documented['OpenDate.Typed']);
        for (const filter of Object.values(filters)) {
          expect([documented['OpenDate.Typed'], documented['OrderDeleted']]).toContainEqual(filter);
        }
      }
    });

    it('names fields as the documented columns do, and the demo server types them alike', () => {
      for (const [field, column] of Object.entries(columns())) {
        const own = OLAP_FIELDS[field];
        if (!own) continue;
        expect([field, own.type]).toEqual([field, column.type]);
        expect([field, own.sum !== null]).toEqual([field, column.aggregationAllowed]);
      }
      const used = new Set(OLAP_PARTS.flatMap(({ groups, sums }) => [...groups, ...sums]));
      const documented = Object.keys(columns()).filter((field) => used.has(field));
      expect(documented.length).toBeGreaterThan(8);
      expect(NEEDED.has('Delivery.Id')).toBe(true);
    });

    it.each(REQUESTS)('answers the documented request %s from its demo server', async (name) => {
      const { chain, kept, open } = openServer();
      await open().fetchOrganizations(signal());
      const body = request(name);
      body.filters['OpenDate.Typed'] = {
        ...body.filters['OpenDate.Typed']!,
        from: '2026-10-05',
        to: '2026-10-06',
      };
      // Not a column of this demo: a server need not have every field.
      body.aggregateFields = body.aggregateFields.filter((field) => field in OLAP_FIELDS);
      const reply = chain.handle({
        method: 'POST',
        path: '/resto/api/v2/reports/olap',
        headers: { cookie: `key=${[...kept.values()][0]}` },
        body: JSON.stringify(body),
      });
      expect(reply.status).toBe(200);
      const { data, summary } = JSON.parse(reply.body) as { data: object[]; summary: unknown };
      expect(summary).toEqual([]);
      expect(data.length).toBeGreaterThan(2);
      expect(Object.keys(data[0]!)).toEqual([...body.groupByRowFields, ...body.aggregateFields]);
    });

    it('tells the documented refusals apart', () => {
      const errors = readSample('server-synthetic-errors.json', FOLDER) as Record<
        string,
        { contentType: string; body: string }
      >;
      const codeOf = (name: string, status: number): string => {
        const { contentType, body } = errors[name]!;
        return refusalOf('/x', status, contentType, body).failure.code;
      };
      expect(codeOf('401', 401)).toBe('iiko-server.login-refused');
      expect(codeOf('403_license', 403)).toBe('iiko-server.no-slot');
      expect(codeOf('403_module', 403)).toBe('iiko-server.module-blocked');
      expect(codeOf('403_permission', 403)).toBe('iiko-server.no-permission');
      expect(codeOf('400_date', 400)).toBe('iiko-server.request-refused');
      expect(codeOf('html_proxy', 403)).toBe('iiko-server.other-page');
    });
  },
);
