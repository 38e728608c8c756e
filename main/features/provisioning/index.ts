export { createProvisioning } from './create-provisioning.ts';
export { fileText } from './file-text.ts';
export { hasWrittenSecrets } from './written-secrets.ts';
