import type { ProvisioningStep } from '../../contract/provisioning.ts';

/** Does the work and tells what it changed of what `read` shows; undefined: it was not there. */
export function noted(
  what: ProvisioningStep['what'],
  name: string,
  read: () => unknown,
  work: () => void,
): ProvisioningStep {
  const before = JSON.stringify(read());
  work();
  const after = JSON.stringify(read());
  if (before === undefined) return { what, name, change: 'add' };
  return { what, name, change: before === after ? 'same' : 'change' };
}
