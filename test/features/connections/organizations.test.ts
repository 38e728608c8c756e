import { describe, expect, test } from 'vitest';
import { connectedStoreOfTest } from '../../support/connected-store.ts';
import { codeOf } from '../../support/failure-of.ts';

const store = connectedStoreOfTest();

describe('an organization', () => {
  test('keeps what a person set when the vendor is read again', async () => {
    const [surgut] = (await store().add()).organizations;
    const choice = { zone: 'Asia/Omsk', closingHour: 3, chosen: true, chosenVenueIds: [1, 999] };
    const after = await store().change.changeOrganization({
      organizationId: surgut!.id,
      ...choice,
    });
    expect(after.organizations[0]).toMatchObject({
      zone: 'Asia/Omsk',
      zoneOrigin: 'person',
      closingHour: 3,
      chosen: true,
    });
    expect(after.organizations[0]?.venues[0]?.chosen).toBe(true);
    expect(store().rederived).toEqual([surgut!.id]);
  });

  test('a choice alone derives nothing again; a zone that is none is refused', async () => {
    const [one] = (await store().add()).organizations;
    const { id: organizationId, zone, closingHour } = one!;
    const choice = { organizationId, closingHour, chosen: true, chosenVenueIds: [] };
    await store().change.changeOrganization({ ...choice, zone });
    expect(store().rederived).toEqual([]);
    expect(
      await codeOf(() => store().change.changeOrganization({ ...choice, zone: 'Mars/Base' })),
    ).toBe('connections.unknown-zone');
  });
});
