import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { sendJson } from '../../support/stand-in-vendor.ts';
import { misbehavingVendorOfFile, poll } from './misbehaving-vendor.ts';
import { LOGIN, openSource, page } from './open-source.ts';

const { vendor, badly, orderCalls } = misbehavingVendorOfFile();

describe('logging in', () => {
  const expired = { correlationId: 'ab-1', errorDescription: 'Unauthorized', error: null };

  it('renews the token once on 401', async () => {
    badly(1, (_, response) => sendJson(response, expired, 401));
    expect((await poll(openSource(vendor()))).orders).toHaveLength(1);
    const bearers = vendor().seen.map(({ headers }) => headers.authorization);
    expect(bearers).toEqual([undefined, 'Bearer token-1', undefined, 'Bearer token-2']);
  });

  it('gives up when the new token is refused too', async () => {
    badly(9, (_, response) => sendJson(response, expired, 401));
    const failure = await failureOf(() => poll(openSource(vendor())));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'iiko-cloud.token-refused' });
    expect(failure.reference).toBe('ab-1');
    expect(orderCalls()).toBe(2);
  });

  it('names a missing right and never asks again', async () => {
    const errorDescription = 'Right api/1/deliveries/by_revision is not allowed for this ApiLogin.';
    badly(9, (_, response) => sendJson(response, { ...expired, errorDescription }, 401));
    const failure = await failureOf(() => poll(openSource(vendor())));
    expect(failure).toMatchObject({ kind: 'refused', code: 'source.no-revisions' });
    expect(failure.params['right']).toBe('api/1/deliveries/by_revision');
    expect(orderCalls()).toBe(1);
  });

  it.each(['Login x is not authorized.', 'Unauthorized'])(
    'is refused at the door: %s',
    async (text) => {
      vendor().answer = (_, response) => sendJson(response, { errorDescription: text }, 401);
      const failure = await failureOf(() => poll(openSource(vendor())));
      expect(failure).toMatchObject({ kind: 'refused', code: 'iiko-cloud.login-refused' });
      expect(vendor().seen).toHaveLength(1);
    },
  );

  it('tells a refused login, without repeating it anywhere', async () => {
    vendor().answer = (_, response) => {
      const errorDescription = `Login ${LOGIN} is not authorized.`;
      sendJson(response, { ...expired, errorDescription, error: LOGIN }, 401);
    };
    const opened = openSource(vendor());
    const failure = await failureOf(() => poll(opened));
    expect(failure.code).toBe('iiko-cloud.login-refused');
    expect(vendor().seen).toHaveLength(1);
    expect(JSON.stringify([failure.toData(), failure.message, opened.log])).not.toContain(LOGIN);
  });

  it('renews early in a source that is opened anew for each poll', async () => {
    badly(0, () => undefined);
    const opened = openSource(vendor());
    const logins = () => vendor().seen.filter(({ path }) => path.endsWith('access_token')).length;
    const pollAnew = async () => await poll({ ...opened, source: opened.again() });
    await pollAnew();
    opened.clock.nowMs += 54 * 60_000;
    await pollAnew();
    expect(logins()).toBe(1);
    opened.clock.nowMs += 2 * 60_000;
    await pollAnew();
    expect(logins()).toBe(2);
  });

  it('speaks version 2 with three secrets and renews early by the JWT', async () => {
    const appId = '7f1bd0a2-8f7c-4b7e-9a43-31a2b6c7d8e9';
    const start = Date.UTC(2026, 10, 20, 15);
    const claims = Buffer.from(JSON.stringify({ exp: start / 1000 + 3600 })).toString('base64url');
    vendor().answer = (request, response) => {
      response.setHeader('Date', new Date(clock.nowMs).toUTCString());
      const login = request.path.endsWith('access_token');
      sendJson(response, login ? { token: `e30.${claims}.sig` } : page());
    };
    const secret = { kind: 'api-key', apiKey: 'k', appId, clientSecret: 's' };
    const opened = openSource(vendor(), {}, secret);
    const { clock } = opened;
    await poll(opened);
    clock.nowMs += 54 * 60_000;
    await poll(opened);
    expect(vendor().seen.filter(({ path }) => path === '/api/v2/access_token')).toHaveLength(1);
    expect(vendor().seen[0]!.body).toEqual({ apiKey: 'k', appId, clientSecret: 's' });
    clock.nowMs += 2 * 60_000;
    await poll(opened);
    expect(vendor().seen.filter(({ path }) => path === '/api/v2/access_token')).toHaveLength(2);
  });
});
