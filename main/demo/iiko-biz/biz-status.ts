import type { DeliveryStatus } from '../orders/order-state.ts';

/** A coarse code with its words in the languages of the restaurants' servers (2.3). */
type BizStatus = Readonly<{ code: string; ru: string; en: string }>;

const status = (code: string, ru: string, en: string): BizStatus => ({ code, ru, en });

/** What iiko.biz says where iiko Cloud says more: the kitchen is in the words only. */
export const BIZ_STATUSES: Readonly<Record<DeliveryStatus, BizStatus>> = {
  Unconfirmed: status('UNCONFIRMED', 'Не подтверждена', 'Not confirmed'),
  WaitCooking: status('NEW', 'Новая', 'New'),
  ReadyForCooking: status('NEW', 'Новая', 'New'),
  CookingStarted: status('NEW', 'Готовится', 'In progress'),
  CookingCompleted: status('NEW', 'Готово', 'Ready'),
  Waiting: status('WAITING', 'Ждет отправки', 'Awaiting delivery'),
  OnWay: status('ON_WAY', 'В пути', 'On the way'),
  Delivered: status('DELIVERED', 'Доставлена', 'Delivered'),
  Closed: status('CLOSED', 'Закрыта', 'Closed'),
  Cancelled: status('CANCELLED', 'Отменена', 'Cancelled'),
};
