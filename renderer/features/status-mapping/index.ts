export { StatusMappingScreen } from './status-mapping-screen.tsx';
