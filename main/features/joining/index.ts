export { createJoining, readJoining } from './joining.ts';
