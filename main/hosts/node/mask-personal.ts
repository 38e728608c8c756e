const BEARER = /\b(bearer\s+)[^\s"',;]+/gi;
const NAMED_SECRET =
  /((?:token|api[-_ ]?key|api[-_ ]?login|secret|password|pin)["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi;
const LONG_TOKEN = /\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{40,}\b/gi;
/** Ten digits and more with the separators people put between them. */
const PHONE = /(?<![\w-])\+?\d(?:[ ()\u00a0-]{0,2}\d){9,14}(?![\w-])/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/** The text without tokens, secrets, phone numbers and mail addresses: the last net, not the first. */
export function maskPersonal(text: string): string {
  return text
    .replace(BEARER, '$1***')
    .replace(NAMED_SECRET, '$1***')
    .replace(LONG_TOKEN, '***')
    .replace(EMAIL, '***@***')
    .replace(PHONE, (phone) => `***${phone.replace(/\D/g, '').slice(-2)}`);
}
