/** A way in which a text may stand in a file. */
export type SecretForm = Readonly<{ form: string; pattern: Buffer }>;

/** The text plain, in the encodings of files, and as base64 at each of its three beginnings. */
export function formsOf(secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  return [
    { form: 'text', pattern: bytes },
    { form: 'UTF-16', pattern: Buffer.from(secret, 'utf16le') },
    { form: 'hexadecimal', pattern: Buffer.from(hex) },
    { form: 'HEXADECIMAL', pattern: Buffer.from(hex.toUpperCase()) },
    { form: 'reversed', pattern: Buffer.from([...secret].toReversed().join('')) },
    ...[0, 1, 2].map((shift) => ({
      form: `base64 from byte ${shift}`,
      pattern: base64Middle(bytes, shift),
    })),
  ];
}

/** What stays the same whatever stands before and after: whole groups of three bytes. */
function base64Middle(bytes: Buffer, shift: number): Buffer {
  const whole = bytes.subarray(shift, shift + Math.floor((bytes.length - shift) / 3) * 3);
  return Buffer.from(whole.toString('base64').replace(/=+$/, ''));
}
