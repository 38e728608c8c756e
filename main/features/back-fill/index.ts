export { createBackFill, type BackFilling } from './create-back-fill.ts';
