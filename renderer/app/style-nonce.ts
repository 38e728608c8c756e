/** The one-time value by which the host's policy lets our own style elements in; undefined without a policy. */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.content && !meta.content.startsWith('%') ? meta.content : undefined;
}
