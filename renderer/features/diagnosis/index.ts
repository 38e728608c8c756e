export { DiagnosisPart } from './diagnosis-part.tsx';
export { ReadinessPart } from './readiness-part.tsx';
