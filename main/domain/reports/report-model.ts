import { DIVIDING_MODELS, MODELS } from '../attribution/attribution-models.ts';

/** The model that asks nobody: an order's source is its own marketing source. */
export const ORDER_FIELD = 'order-field';

/** Models a report can be made under, the order's own field first. */
export const REPORT_MODELS = [ORDER_FIELD, ...MODELS] as const;

/** The model one report is made under. */
export type ReportModel = (typeof REPORT_MODELS)[number];

/** Whether the model may give parts of one order to several sources. */
export const isDividing = (model: ReportModel): boolean =>
  (DIVIDING_MODELS as readonly string[]).includes(model);
