export { AddConnection } from './add-connection.tsx';
export { ConnectionsScreen } from './connections-screen.tsx';
