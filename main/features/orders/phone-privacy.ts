import type { Order } from '../../domain/orders/order.ts';
import type { OrderRow } from '../../domain/orders/order-row.ts';
import type { ExportOrder } from '../../store/orders/order-export.ts';
import { maskPhone, maskPhonesInText } from '../../domain/phone.ts';

/** Masks what a profile without D_SFN may not see, or leaves everything as it is (feature 119). */
export type PhonePrivacy = Readonly<{
  row: <Row extends OrderRow>(row: Row) => Row;
  exported(order: ExportOrder): ExportOrder;
  order(order: Order): Order;
  /** A JSON text, indented; one nested too deep for that stays as it is but for what is masked. */
  json(text: string): string;
  text(text: string): string;
  phone(phone: string): string;
}>;

const OPEN: PhonePrivacy = {
  row: (row) => row,
  exported: (order) => order,
  order: (order) => order,
  json: (text) => indent(text, (value) => value) ?? text,
  text: (text) => text,
  phone: (phone) => phone,
};

const MASKED: PhonePrivacy = {
  row: (row) => ({
    ...row,
    phone: maskPhone(row.phone),
    guest: maskPhonesInText(row.guest),
    comment: maskPhonesInText(row.comment),
    addressLine: maskPhonesInText(row.addressLine),
    problem: row.problem === null ? null : maskPhonesInText(row.problem),
  }),
  exported: (order) => ({
    ...order,
    phone: maskPhone(order.phone),
    guest: maskPhonesInText(order.guest),
    addressLine: maskPhonesInText(order.addressLine),
  }),
  order: (order) => maskJson(order) as Order,
  json: (text) => indent(text, maskJson) ?? maskLiterals(text),
  text: maskPhonesInText,
  phone: maskPhone,
};

/** How phones are shown to a profile. */
export const phonePrivacy = (maySee: boolean): PhonePrivacy => (maySee ? OPEN : MASKED);

const NEVER_A_PHONE = new Set(['id', 'vendor', 'number', 'externalNumber', 'text']);

function maskJson(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return maskString(value, key);
  if (Array.isArray(value)) return value.map((part: unknown) => maskJson(part, key));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, maskJson(part, name)]);
  return Object.fromEntries(parts) as unknown;
}

function maskString(text: string, key: string): string {
  if (/phone/i.test(key)) return maskPhone(text);
  return NEVER_A_PHONE.has(key) || key.endsWith('Id') ? text : maskPhonesInText(text);
}

/** Null for a JSON that is nested deeper than this machine's stack reaches. */
function indent(text: string, mask: (value: unknown) => unknown): string | null {
  try {
    return JSON.stringify(mask(JSON.parse(text)), null, 2);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const LITERAL = /("(?:[^"\\]+|\\.)*")(\s*:)?/g;

/** Text by text, so that no depth is too deep: each is masked by the key that stands before it. */
function maskLiterals(json: string): string {
  let key = '';
  return json.replace(LITERAL, (found, literal: string, colon: string | undefined) => {
    const text = JSON.parse(literal) as string;
    if (colon === undefined) return JSON.stringify(maskString(text, key));
    key = text;
    return found;
  });
}
