import { sendJson, startStandInVendor, type StandInVendor } from './stand-in-vendor.ts';

/** The login this vendor knows. */
export const SMALL_LOGIN = 'k3y-f0r-tests-0nly';
const SURGUT = '11111111-1111-4111-8111-111111111111';
const VENUE = '33333333-3333-4333-8333-333333333333';

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/1/organizations': {
    organizations: [
      {
        responseType: 'Extended',
        id: SURGUT,
        name: 'Суши Сургут',
        country: 'Россия',
        latitude: 61.25,
        longitude: 73.4,
        currencyIsoName: 'RUB',
        version: '9.2.4',
      },
    ],
  },
  '/api/1/terminal_groups': {
    terminalGroups: [
      {
        organizationId: SURGUT,
        items: [{ id: VENUE, organizationId: SURGUT, name: 'Ленина', address: '', timeZone: '' }],
      },
    ],
    terminalGroupsInSleep: [],
  },
};

/** A vendor of one organization with one venue and no orders, over loopback HTTP. */
export async function startSmallVendor(): Promise<StandInVendor> {
  const vendor = await startStandInVendor();
  vendor.answer = ({ path, body }, response) => {
    if (path.includes('access_token')) {
      const fits = JSON.stringify(body).includes(SMALL_LOGIN);
      if (fits) return sendJson(response, { token: 'token' });
      return sendJson(response, { errorDescription: 'Login is not authorized' }, 401);
    }
    const known = ANSWERS[path];
    return sendJson(response, known ?? {}, known === undefined ? 400 : 200);
  };
  return vendor;
}
