import type { CatalogueCard, connections } from '../../contract/connections.ts';
import type { Handlers } from '../../contract/define.ts';
import { SOURCE_KINDS } from '../../sources/catalogue.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { requireRight } from '../../store/require-right.ts';
import { addConnection } from './add-connection.ts';
import { changeConnection, changeOrganization } from './change-connection.ts';
import type { ConnectionWork } from './connection-outside.ts';
import { viewConnections } from './connection-view.ts';
import { addDemo } from './demo-connection.ts';
import { removeConnection, restoreConnection, type ForgottenSecrets } from './remove-connection.ts';
import { switchOver } from './switch-over.ts';
import { testConnection } from './test-connection.ts';

/** Systems that are planned and shown as coming, in the order of the plan (product.md). */
const SOON = ['iiko-server', 'retailcrm', 'onebox', 'roistat', 'mindbox'];

/** What can be connected, and what is. */
export function readConnectionsHandlers(db: ReadableDb): Handlers<typeof connections, 'list'> {
  return { catalogue: () => catalogue(db), list: () => viewConnections(db) };
}

function catalogue(db: ReadableDb): readonly CatalogueCard[] {
  const live = readConnections(db);
  const ready = SOURCE_KINDS.map(({ vendor }) => ({
    vendor,
    availability: 'ready' as const,
    connected: live.filter((connection) => connection.vendor === vendor).length,
  }));
  const built = new Set(ready.map(({ vendor }) => vendor));
  const soon = SOON.filter((vendor) => !built.has(vendor));
  return [
    ...ready,
    ...soon.map((vendor) => ({ vendor, availability: 'soon' as const, connected: 0 })),
  ];
}

/** Changing connections: every question here needs the right `edit-connections`. */
export function changeConnections(work: ConnectionWork): Handlers<typeof connections, 'core'> {
  const forgotten: ForgottenSecrets = new Map();
  const guarded =
    <Input, Output>(act: (input: Input) => Output | Promise<Output>) =>
    (input: Input): Output | Promise<Output> => {
      requireRight(work.db, 'edit-connections');
      return act(input);
    };
  return {
    test: guarded((input) => testConnection(work, input)),
    add: guarded((input) => addConnection(work, { ...input, demo: false })),
    change: guarded((input) => changeConnection(work, input)),
    changeOrganization: guarded(({ organizationId, ...choice }) =>
      changeOrganization(work, organizationId, choice),
    ),
    remove: guarded(({ connectionId, data }) => {
      removeConnection(work, forgotten, connectionId, data);
      return null;
    }),
    restore: guarded(({ connectionId }) => restoreConnection(work, forgotten, connectionId)),
    switchOver: guarded(({ fromId, toId }) => switchOver(work, fromId, toId)),
    addDemo: guarded(() => addDemo(work)),
  };
}
