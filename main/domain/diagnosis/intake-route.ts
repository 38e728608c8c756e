/** The three ways an order comes in (`iiko-local.md` C9). */
export const INTAKE_ROUTES = ['terminal', 'call-centre', 'site'] as const;

/** The way one order came. */
export type IntakeRoute = (typeof INTAKE_ROUTES)[number];

/**
 * By which way an order came: one with a source key from a site or an aggregator, one that an
 * operator took through the call centre, any other was typed in at the till.
 */
export function intakeRoute(order: Readonly<{ sourceKey: string; operator: string }>): IntakeRoute {
  if (order.sourceKey !== '') return 'site';
  return order.operator === '' ? 'terminal' : 'call-centre';
}
