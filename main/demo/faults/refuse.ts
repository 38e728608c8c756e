import { assertNever } from '../../domain/assert-never.ts';
import type { ChainReply } from '../answers/exchange.ts';
import type { RefusingFault } from './fault-kinds.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
/** Where the network of a hotel or a provider sends everybody. */
const LOGIN_PAGE = 'http://login.test/';
const HTML_TYPE = 'text/html; charset=utf-8';

function problem(status: number, correlationId: string, errorDescription: string): ChainReply {
  const body = JSON.stringify({ correlationId, errorDescription, error: null });
  return { status, headers: { 'content-type': JSON_TYPE }, body, manner: 'whole' };
}

function page(status: number, title: string): ChainReply {
  const body = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: { 'content-type': HTML_TYPE }, body, manner: 'whole' };
}

const tooMany = (headers: Record<string, string>): ChainReply => ({
  status: 429,
  headers: { 'content-type': JSON_TYPE, ...headers },
  body: '',
  manner: 'whole',
});

/** The page that a proxy shows instead of the API, with status 200. */
export const proxyPage = (): ChainReply => page(200, 'Вход в сеть');

/** The refusal of a fault. 502 and 503 come from a gateway: they are not JSON. */
export function refuse(kind: RefusingFault, path: string, correlationId: string): ChainReply {
  switch (kind) {
    case '302-page':
      return {
        ...page(302, 'Found'),
        headers: { 'content-type': HTML_TYPE, location: LOGIN_PAGE },
      };
    case '401-page':
      return page(401, 'Вход в сеть');
    case '401-expired':
      return problem(401, correlationId, 'Token is expired.');
    case '401-right': {
      const right = path.replace(/^\//, '');
      return problem(401, correlationId, `Right ${right} is not allowed for this ApiLogin.`);
    }
    case '408':
      return problem(408, correlationId, 'Request timeout');
    case '429':
      return tooMany({});
    case '429-retry-after':
      return tooMany({ 'retry-after': '2' });
    case '500':
      return problem(500, correlationId, 'Internal server error');
    case '502':
      return page(502, 'Bad Gateway');
    case '503':
      return page(503, 'Service Temporarily Unavailable');
    default:
      return assertNever(kind);
  }
}
