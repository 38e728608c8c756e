export { createProvisioning } from './create-provisioning.ts';
