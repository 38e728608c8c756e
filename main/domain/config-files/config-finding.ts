/** How much a finding weighs: the program will fail, may fail, or it is good to know. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** What the rules can find; the text is `config-files.finding.<code>` in the locales. */
export type FindingCode =
  | 'encoding-declared-otherwise'
  | 'encoding-undeclared-windows-1251'
  | 'encoding-looks-utf-8'
  | 'encoding-unmarked-utf-16'
  | 'encoding-marked-properties'
  | 'duplicate-element'
  | 'duplicate-key'
  | 'wrong-case'
  | 'unknown-element'
  | 'element-missing'
  | 'boolean-spelling'
  | 'not-a-boolean'
  | 'not-an-integer'
  | 'out-of-range'
  | 'not-a-guid'
  | 'not-a-time-span'
  | 'not-a-choice'
  | 'empty-value'
  | 'url-unreadable'
  | 'url-scheme'
  | 'url-without-resto'
  | 'url-hosted-insecure'
  | 'url-hosted-port'
  | 'url-with-query'
  | 'url-with-login'
  | 'call-centre-is-own-server'
  | 'call-centre-is-localhost'
  | 'call-centre-unknown'
  | 'call-centre-differs'
  | 'timeout-too-short'
  | 'timeout-short-for-internet'
  | 'timeout-below-recommended'
  | 'timeout-too-long'
  | 'terminal-id-missing'
  | 'terminal-id-empty'
  | 'pair-card-reader'
  | 'pair-hand-card'
  | 'hand-card-rights'
  | 'invoice-printer'
  | 'anonymous-orders-off';

/** One thing that a person should know about a file. */
export type ConfigFinding = Readonly<{
  level: FindingLevel;
  code: FindingCode;
  /** Address of the element (`name`, `name[2]`, `group/name`); null: the whole file. */
  element: string | null;
  params: Readonly<Record<string, string | number>>;
}>;
