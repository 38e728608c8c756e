/** A server's certificate as it was shown, trusted or not. */
export type SeenCertificate = Readonly<{
  /** SHA-256 in pairs of hex digits with colons. */
  fingerprint: string;
  subject: string;
  issuer: string;
  validTo: string;
  /** Whether this PC trusts it without being told to. */
  trusted: boolean;
}>;

/** TLS with servers that sign for themselves: only the very certificate that a person accepted. */
export type TrustedTls = Readonly<{
  /** A `fetch` that speaks to whoever shows the certificate of that fingerprint, and to nobody else. */
  fetchWith(fingerprint: string): typeof globalThis.fetch;
  /** Looks at the certificate and hangs up; null when no TLS answers there. */
  readCertificate(url: string, signal: AbortSignal): Promise<SeenCertificate | null>;
}>;
