/** Customers of one currency whose first sale fell into one month, and what they did since. */
export type Cohort = {
  /** Months from year 0. */
  readonly month: number;
  customers: number;
  /** By months since the first sale: customers who bought, and their money in minor units. */
  readonly active: number[];
  readonly sumMinor: number[];
};

/** A sale of a customer in a month. */
export type MonthSale = Readonly<{ customer: number; month: number; sumMinor: number }>;

/** Gathers cohorts from sales that come customer by customer, the oldest first. */
export function gatherCohorts(sales: Iterable<MonthSale>): Cohort[] {
  const cohorts = new Map<number, Cohort>();
  let customer: number | null = null;
  let first = 0;
  let last = -1;
  for (const sale of sales) {
    if (sale.customer !== customer) {
      customer = sale.customer;
      first = sale.month;
      last = -1;
      cohortOf(cohorts, first).customers += 1;
    }
    const cohort = cohortOf(cohorts, first);
    const age = sale.month - first;
    if (sale.month !== last) cohort.active[age] = (cohort.active[age] ?? 0) + 1;
    cohort.sumMinor[age] = (cohort.sumMinor[age] ?? 0) + sale.sumMinor;
    last = sale.month;
  }
  return [...cohorts.values()].sort((one, other) => one.month - other.month);
}

function cohortOf(cohorts: Map<number, Cohort>, month: number): Cohort {
  const known = cohorts.get(month);
  if (known) return known;
  const cohort: Cohort = { month, customers: 0, active: [], sumMinor: [] };
  cohorts.set(month, cohort);
  return cohort;
}
