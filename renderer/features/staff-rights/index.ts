export { StaffRightsPart } from './staff-rights-part.tsx';
