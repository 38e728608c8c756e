/** `xsi:nil`: no value on purpose, which is neither an empty one nor an absent element. */
export type Nil = Readonly<{ nil: true }>;

/** The element is there and says that it holds nothing. */
export const NIL: Nil = { nil: true };

/** What an element is to hold: a value, none on purpose; null: it is not to be there at all. */
export type ConfigValue = string | Nil | null;

/** Whether a value says that there is none on purpose. */
export const isNil = (value: ConfigValue): value is Nil =>
  value !== null && typeof value === 'object';
