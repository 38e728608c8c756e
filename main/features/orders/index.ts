export { exportOrders } from './export-orders.ts';
export { rederiveOrders } from './rederive-orders.ts';
export { readOrders } from './read-orders.ts';
export { reviewOrders } from './review-orders.ts';
