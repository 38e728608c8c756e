import type { ConfigPreview } from '../../main/contract/config-changes.ts';
import type { ConfigField, ConfigFile, OpenConfigFile } from '../../main/contract/config-files.ts';

/** A till's plugin file as the core lists it. */
export const configFile = (over: Partial<ConfigFile> = {}): ConfigFile => ({
  id: 1,
  kind: 'delivery-plugin',
  brand: 'iiko',
  owner: 'Kassa1',
  place: 'C:\\Users\\Kassa1\\AppData\\Roaming\\iiko\\CashServer',
  path: 'C:\\Users\\Kassa1\\AppData\\Roaming\\iiko\\CashServer\\deliveryPluginConfig.xml',
  modifiedAt: 1_795_000_000_000,
  size: 400,
  hash: 'a'.repeat(64),
  programVersion: null,
  editable: true,
  rootId: null,
  ...over,
});

/** An element as it stands in a file. */
export const field = (element: string, value: string | null): ConfigField => ({
  element,
  value,
  nil: false,
  known: null,
  recommended: null,
  line: value === null ? null : 2,
});

/** An opened plugin file with two elements. */
export const openedFile = (over: Partial<OpenConfigFile> = {}): OpenConfigFile => ({
  file: configFile(),
  form: { encoding: 'utf-8', bom: false, newline: 'crlf', root: 'config' },
  text: '<config>\r\n</config>',
  fields: [field('serverUrl', 'http://localhost:8080/resto'), field('terminalId', 'id')],
  findings: [],
  versionId: 1,
  canUndo: false,
  canRedo: false,
  till: { frontRunning: false, shiftOpen: false, shiftNumber: null },
  terminalIdOffer: null,
  ...over,
});

/** What a change would make of it. */
export const previewOf = (over: Partial<ConfigPreview> = {}): ConfigPreview => ({
  lines: [],
  fields: openedFile().fields,
  findings: [],
  doubts: [],
  text: '',
  hash: 'b'.repeat(64),
  changes: true,
  ...over,
});
