export { createProvisioning } from './create-provisioning.ts';
export { hasWrittenSecrets } from './written-secrets.ts';
