export { createProvisioning, type Provisioning } from './create-provisioning.ts';
