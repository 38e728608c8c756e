import type { ChainContext } from '../answers/chain-context.ts';
import { readBody, Refusal, type ChainReply, type ChainRequest } from '../answers/exchange.ts';
import { carry } from '../faults/carry.ts';
import { CARRYING_FAULTS, SERVER_FAULTS, type ServerFault } from '../faults/fault-kinds.ts';
import { rulesFor, strikes, type ArmedRule, type FaultPlan } from '../faults/fault-plan.ts';
import { mix } from '../seeded.ts';
import { accountingDays, type AccountingDays } from './accounting-day.ts';
import type { LicenceSlots } from './licence-slots.ts';
import { columnsAnswer } from './olap-fields.ts';
import { olapReport } from './olap-report.ts';
import { consolidated, departments, serverInfo } from './server-xml.ts';
import { spoilRows, strikeBefore } from './server-faults.ts';

/** Everything the restaurant's own server is made of. */
export type ServerParts = Readonly<{
  context: ChainContext;
  slots: LicenceSlots;
  version: string;
  faults: FaultPlan;
}>;

const API = '/resto/api';
const TEXT = 'text/plain;charset=utf-8';
const JSON_TYPE = 'application/json;charset=utf-8';
const XML = 'application/xml;charset=utf-8';

const whole = (status: number, type: string, body: string): ChainReply => ({
  status,
  headers: { 'content-type': type },
  body,
  manner: 'whole',
});

type Struck = readonly (readonly [ServerFault, ArmedRule])[];

/** iikoServer as a function of a request: auth, OLAP v2, departments, delivery reports (3). */
export function serverAnswerer(parts: ServerParts): (request: ChainRequest) => ChainReply {
  const accounts = accountingDays(parts.context);
  let requests = 0;
  return (request) => {
    requests += 1;
    const armed = rulesFor(parts.faults, request.path).filter((rule) => strikes(rule, requests));
    const struck = SERVER_FAULTS.flatMap((kind) =>
      armed.filter(({ rule }) => rule.kind === kind).map((rule) => [kind, rule] as const),
    );
    const answer = answerOrRefuse(parts, accounts, request, struck, requests);
    const date = new Date(parts.context.clock.now()).toUTCString();
    const dated = { ...answer, headers: { ...answer.headers, date } };
    return CARRYING_FAULTS.reduce<ChainReply>((current, kind) => {
      const rule = armed.find((one) => one.rule.kind === kind);
      return rule ? carry(kind, current, mix(rule.salt, requests)) : current;
    }, dated);
  };
}

function answerOrRefuse(
  parts: ServerParts,
  accounts: AccountingDays,
  request: ChainRequest,
  struck: Struck,
  number: number,
): ChainReply {
  try {
    const path = request.path.startsWith(API) ? request.path.slice(API.length) : '';
    for (const [kind] of struck) strikeBefore(kind, path, parts.slots);
    if (request.path === '/resto/get_server_info.jsp') {
      return whole(200, XML, serverInfo(parts.version));
    }
    return route(parts, accounts, { ...request, path }, struck, number);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return whole(error.status, TEXT, error.message);
  }
}

function route(
  parts: ServerParts,
  accounts: AccountingDays,
  request: ChainRequest,
  struck: Struck,
  number: number,
): ChainReply {
  const { context, slots, version } = parts;
  const now = context.clock.now();
  const query = new URLSearchParams(request.query ?? '');
  if (request.path === '/auth') return whole(200, TEXT, logIn(slots, request, query, now));
  const token = tokenOf(request, query);
  if (request.path === '/logout') {
    slots.logout(token);
    return whole(200, TEXT, '');
  }
  slots.check(token, now);
  switch (request.path) {
    case '/corporation/departments':
      return whole(200, XML, departments(context));
    case '/reports/delivery/consolidated':
      return whole(200, XML, consolidated(context, accounts, query));
    case '/v2/reports/olap/columns':
      return whole(200, JSON_TYPE, JSON.stringify(columnsAnswer(version)));
    case '/v2/reports/olap': {
      const report = olapReport(accounts, version, readBody(request.body));
      const data = struck.reduce<unknown>(
        (rows, [kind, { salt }]) =>
          Array.isArray(rows) ? spoilRows(kind, rows, salt, number) : rows,
        report.data,
      );
      return whole(200, JSON_TYPE, JSON.stringify({ ...report, data }));
    }
    default:
      throw new Refusal(404, `Not found: ${request.path}`);
  }
}

function logIn(
  slots: LicenceSlots,
  { method, body }: ChainRequest,
  query: URLSearchParams,
  now: number,
): string {
  const form = method === 'POST' && body !== '' ? new URLSearchParams(body) : query;
  return slots.login(form.get('login') ?? '', form.get('pass') ?? '', now);
}

/** The token comes in the query or, since 4.3, in a cookie. */
const tokenOf = ({ headers }: ChainRequest, query: URLSearchParams): string =>
  query.get('key') ?? /(?:^|;\s*)key=([^;]+)/.exec(headers['cookie'] ?? '')?.[1] ?? '';
