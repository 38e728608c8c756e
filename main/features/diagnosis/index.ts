export { createDiagnosis, readDiagnosis } from './create-diagnosis.ts';
export { rememberFiles } from './file-memory.ts';
export type { FileMemory } from './diagnosis-parts.ts';
