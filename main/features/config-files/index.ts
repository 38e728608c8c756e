export { createConfigFiles, type ConfigFiles } from './config-files.ts';
