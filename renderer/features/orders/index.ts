export { OrderAlarms } from './alarms/order-alarms.tsx';
export { OrdersScreen } from './orders-screen.tsx';
