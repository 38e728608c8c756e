export { ConfigFilesPart } from './config-files-part.tsx';
