/** What a payload says: its bytes as the text they are. */
export const payloadText = (payload: Uint8Array): string => Buffer.from(payload).toString();

/** A payload as a source gives it. */
export const payloadOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
