export { createDiagnosis, readDiagnosis } from './create-diagnosis.ts';
export { NO_MEMORY, type FileMemory } from './diagnosis-parts.ts';
