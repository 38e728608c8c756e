export { prepareConnection } from './add-connection.ts';
export { changeConnections, readConnectionsHandlers } from './connections.ts';
export type { ConnectionWork } from './connection-outside.ts';
export { resumeDemo } from './demo-connection.ts';
export { openKeptSource } from './open-kept-source.ts';
export { resumePurges } from './remove-connection.ts';
export { releaseSessions } from './release-sessions.ts';
