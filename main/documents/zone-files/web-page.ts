import { Failure } from '../../domain/failure.ts';
import { beginningOf } from '../text-encoding/beginning-of.ts';
import { tidyName } from './plain-text.ts';

const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|title|div)\b/i;
const LONGEST_LOOK = 262_144;
const TITLE = /<title[^>]*>([^<]{1,300})/i;

/** What tells pages apart that come in place of a map, the surest first (`iiko-local.md` 2.2). */
const KINDS: readonly (readonly [code: string, sign: RegExp])[] = [
  [
    'zones.page-robot-check',
    /captcha|unusual traffic|\/sorry\/|вы не робот|подозрительн.{1,20}трафик/i,
  ],
  ['zones.page-sign-in', /accounts\.google\.com|ServiceLogin|passport\.yandex|type="?password/i],
  [
    'zones.page-private',
    /need (?:access|permission)|request access|access denied|forbidden|запросить доступ|нет доступа|доступ (?:запрещ|закрыт|ограничен)/i,
  ],
  ['zones.page-gone', /not found|doesn['’]t exist|no longer|не найден|не существует|удален/i],
  [
    'zones.page-map',
    /_pageData|mapsengine|google\.[a-z.]+\/maps\/d\/|map-constructor|constructor%3A/i,
  ],
];

/**
 * Refuses a web page that came, or was saved, in place of a map, and says which page it is: a
 * sign-in, a map that is not shared, one that is gone, a check for robots, the page of a map.
 */
export function refuseWebPage(bytes: Uint8Array): void {
  if (!PAGE.test(beginningOf(bytes))) return;
  const page = Buffer.from(bytes.subarray(0, LONGEST_LOOK)).toString('utf8');
  const title = tidyName(TITLE.exec(page)?.[1] ?? '').slice(0, 120);
  const [code] = KINDS.find(([, sign]) => sign.test(page)) ?? ['zones.page-other'];
  throw new Failure('invalid', code, { title });
}
