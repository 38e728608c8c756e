import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../main/domain/config-files/check-config.ts';
import {
  NOTHING_KNOWN,
  type ConfigTopology,
} from '../../../main/domain/config-files/config-topology.ts';
import { CENTRE, entries, found, GUID, plugin, topology, type Written } from './found-in-config.ts';

describe('the delivery plugin', () => {
  test('a good file has no findings', () => {
    expect(found('delivery-plugin', plugin())).toEqual([]);
  });

  const TIMEOUT = 'serviceMethodTimeoutMilliseconds';
  test.each([
    ['999', CENTRE, 'error timeout-too-short'],
    ['1000', 'http://localhost:8080/resto', 'note timeout-below-recommended'],
    ['10000', CENTRE, 'warning timeout-short-for-internet'],
    ['19999', CENTRE, 'warning timeout-short-for-internet'],
    ['20000', CENTRE, 'note timeout-below-recommended'],
    ['29999', 'http://192.168.1.5:8080/resto', 'note timeout-below-recommended'],
    ['300001', CENTRE, 'warning timeout-too-long'],
    ['0', CENTRE, 'error out-of-range'],
    ['-5', CENTRE, 'error out-of-range'],
    ['2147483648', CENTRE, 'error out-of-range'],
    ['30 000', CENTRE, 'error not-an-integer'],
    ['30s', CENTRE, 'error not-an-integer'],
    ['', CENTRE, 'error empty-value'],
  ])('a wait of %j ms for %s: %s', (value, serverUrl, verdict) => {
    const all = found('delivery-plugin', plugin({ [TIMEOUT]: value, serverUrl }));
    expect(all).toContain(`${verdict} ${TIMEOUT}`);
    expect(all.filter((one) => one.endsWith(TIMEOUT))).toContainEqual(`${verdict} ${TIMEOUT}`);
  });

  test.each(['30000', '300000', ' 45000 '])('a wait of %j ms is fine', (value) => {
    expect(found('delivery-plugin', plugin({ [TIMEOUT]: value }))).toEqual([]);
  });

  const one = topology({ venues: 'one' });
  const chain = topology({ venues: 'chain' });
  const known = topology({ venues: 'chain', callCentreUrl: CENTRE });
  const LOCAL = 'http://localhost:8080/resto';
  const OWN = 'https://rms.example.org:443/resto';
  test.each<[string, ConfigTopology | null, string | null, readonly string[]]>([
    [LOCAL, null, null, ['note call-centre-unknown serverUrl']],
    [LOCAL, one, null, []],
    [LOCAL, one, 'http://192.168.0.7:8080/resto', []],
    [OWN, one, OWN, []],
    [CENTRE, one, OWN, ['warning call-centre-differs serverUrl']],
    [LOCAL, chain, null, ['error call-centre-is-localhost serverUrl']],
    ['http://127.0.0.1:8080/resto', chain, null, ['error call-centre-is-localhost serverUrl']],
    [OWN, chain, OWN, ['error call-centre-is-own-server serverUrl']],
    [
      `${OWN}/`,
      chain,
      'https://RMS.example.org/resto',
      ['error call-centre-is-own-server serverUrl'],
    ],
    [CENTRE, chain, OWN, []],
    ['https://callcenter.example.org/resto/', known, OWN, []],
    [LOCAL, known, OWN, ['error call-centre-is-localhost serverUrl']],
    ['https://other.example.org/resto', known, OWN, ['error call-centre-differs serverUrl']],
  ])('%s in %j beside %s: %j', (serverUrl, built, ownServerUrl, verdict) => {
    expect(
      found('delivery-plugin', plugin({ serverUrl }), { topology: built, ownServerUrl }),
    ).toEqual(verdict);
  });

  test.each([
    ['callcenter:8080', 'error url-scheme'],
    ['not an address', 'error url-unreadable'],
    ['ftp://a.example.org/resto', 'error url-scheme'],
    ['https://a.example.org:443', 'warning url-without-resto'],
    ['https://a.example.org/resto?x=1', 'note url-with-query'],
    ['https://u:p@a.example.org/resto', 'warning url-with-login'],
    ['http://venue.iiko.it:8080/resto', 'warning url-hosted-insecure'],
    ['https://venue.iiko.it:9080/resto', 'warning url-hosted-port'],
    ['', 'error empty-value'],
  ])('the address %j: %s', (serverUrl, verdict) => {
    expect(found('delivery-plugin', plugin({ serverUrl }))).toEqual([`${verdict} serverUrl`]);
  });

  test('a hosted server is told its right address; a login is never repeated', () => {
    const [hosted] = checkConfig(
      'delivery-plugin',
      entries(plugin({ serverUrl: 'http://venue.iiko.it:8080/resto' })),
      NOTHING_KNOWN,
    );
    expect(hosted?.params).toEqual({ expected: 'https://venue.iiko.it:443/resto' });
    const login = checkConfig(
      'delivery-plugin',
      entries(plugin({ serverUrl: 'https://user:secret@a.example.org/resto' })),
      NOTHING_KNOWN,
    );
    expect(JSON.stringify(login)).not.toContain('secret');
  });

  test.each([
    [null, 'warning terminal-id-missing'],
    ['', 'error terminal-id-empty'],
    ['00000000-0000-0000-0000-000000000000', 'error terminal-id-empty'],
    ['7b3f5d0e', 'error not-a-guid'],
    [`{${GUID}`, 'error not-a-guid'],
  ])('the identity %j: %s', (terminalId, verdict) => {
    expect(found('delivery-plugin', plugin({ terminalId }))).toEqual([`${verdict} terminalId`]);
  });

  test('a doubled scalar, a wrong case and a foreign name', () => {
    expect(found('delivery-plugin', [...plugin(), ['serverUrl', CENTRE]])).toEqual([
      'error duplicate-element serverUrl[2]',
    ]);
    expect(found('delivery-plugin', [...plugin(), ['TerminalID', GUID], ['own', '1']])).toEqual([
      'warning wrong-case TerminalID',
      'note unknown-element own',
    ]);
    expect(found('delivery-plugin', plugin({ serverUrl: null }))).toEqual([
      'error element-missing serverUrl',
    ]);
  });
});

describe('the till', () => {
  test.each([
    ['true', []],
    [' false ', []],
    ['1', []],
    ['True', ['error boolean-spelling ShowMinimizeButton']],
    ['YES', ['error boolean-spelling ShowMinimizeButton']],
    ['да', ['error boolean-spelling ShowMinimizeButton']],
    ['2', ['error not-a-boolean ShowMinimizeButton']],
    ['', ['error empty-value ShowMinimizeButton']],
  ])('a switch written %j', (value, verdict) => {
    expect(found('front', [['ShowMinimizeButton', value]])).toEqual(verdict);
  });

  test.each<[Written, readonly string[]]>([
    [[['AllowHandCardRoll', 'true']], ['warning pair-card-reader AllowHandCardRoll']],
    [[['cardReaderConfigured', '1']], ['warning pair-hand-card cardReaderConfigured']],
    [
      [
        ['AllowHandCardRoll', 'true'],
        ['cardReaderConfigured', 'true'],
      ],
      ['note hand-card-rights AllowHandCardRoll'],
    ],
    [
      [
        ['AllowHandCardRoll', 'false'],
        ['cardReaderConfigured', 'false'],
      ],
      [],
    ],
    [[['a4DeliveryInvoiceFormat', 'true']], ['note invoice-printer a4DeliveryInvoiceFormat']],
    [[['showDeliveryListOnLogin', 'true']], []],
  ])('%j belong together: %j', (written, verdict) => {
    expect(found('front', written)).toEqual(verdict);
  });

  test('lists may repeat, no value on purpose is one, foreign groups are named once', () => {
    expect(
      found('front', [
        ['allowedParsers', 'auth'],
        ['allowedParsers', 'barcode'],
        ['fastMenuConfig', '', { group: true }],
        ['fastMenuConfig/width', '', { nil: true }],
        ['fastMenuConfig/Enabled', 'true'],
        ['foreign', '', { group: true }],
        ['foreign/inner', '1'],
        ['foreign', '', { group: true }],
      ]),
    ).toEqual(['warning wrong-case fastMenuConfig/Enabled', 'note unknown-element foreign']);
  });

  test.each([
    ['3.00:00:00', true],
    ['12:30', true],
    ['25:00', false],
    ['three days', false],
  ])('the time span %j is read: %s', (value, isRead) => {
    const findings = found('front', [['customDataObsolescenceDuration', value]]);
    expect(findings.length === 0).toBe(isRead);
  });
});

describe('the server and iikoOffice', () => {
  const KEY = 'enable-create-delivery-without-customer';
  test.each([
    ['true', []],
    ['TRUE', []],
    ['true ', [`warning boolean-spelling ${KEY}`, `note anonymous-orders-off ${KEY}`]],
    ['1', [`warning boolean-spelling ${KEY}`, `note anonymous-orders-off ${KEY}`]],
    ['false', [`note anonymous-orders-off ${KEY}`]],
  ])('orders without a customer: %j', (value, verdict) => {
    expect(found('resto-properties', [[KEY, value]])).toEqual(verdict);
  });

  test('a doubled key: the last one counts', () => {
    expect(
      found('resto-properties', [
        [KEY, 'false'],
        [KEY, 'true'],
      ]),
    ).toEqual([`error duplicate-key ${KEY}[2]`]);
  });

  test.each([
    ['http', '8080', 'url-hosted-insecure'],
    ['https', '9080', 'url-hosted-port'],
    ['https', '443', null],
  ])('a hosted server by %s at %s', (protocol, port, code) => {
    const findings = found('backclient', [
      ['ServersList', '', { group: true }],
      ['ServersList/Protocol', protocol],
      ['ServersList/ServerAddr', 'venue.iiko.it'],
      ['ServersList/Port', port],
    ]);
    expect(findings).toEqual(code === null ? [] : [`warning ${code} ServersList/ServerAddr`]);
  });
});
