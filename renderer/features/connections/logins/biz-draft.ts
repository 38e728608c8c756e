import { brokenLoginRule } from '../../../../main/domain/iiko-biz/login-rules.ts';
import type { Problems } from './login-kind.ts';

/** What a person types to connect iiko.biz. */
export type BizDraft = Readonly<{
  host: string;
  userId: string;
  userSecret: string;
  /** `yyyy-MM-dd` of an invoice that is not paid yet; '' when there is none. */
  licenceInvoiceOn: string;
}>;

export const EMPTY_BIZ: BizDraft = {
  host: 'https://iiko.biz:9900',
  userId: '',
  userSecret: '',
  licenceInvoiceOn: '',
};

/** The address without a closing slash. */
export const bizHostOf = ({ host }: BizDraft): string => host.trim().replace(/\/+$/, '');

/** https anywhere, plain http only to this very PC: the same rule as the core's. */
export function bizSettingProblems(draft: BizDraft): Problems {
  const url = URL.parse(bizHostOf(draft));
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '');
  const good = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
  return good ? {} : { host: 'connections.problem.address' };
}

/** The broken rules of the login, each by its own words (`features.md` row 12). */
export function bizSecretProblems({ userId, userSecret }: BizDraft): Problems {
  const idRule = brokenLoginRule('user-id', userId);
  const secretRule = brokenLoginRule('user-secret', userSecret);
  return {
    ...(idRule && { userId: `failure.iiko-biz.user-id-${idRule}` }),
    ...(secretRule && { userSecret: `failure.iiko-biz.user-secret-${secretRule}` }),
  };
}
