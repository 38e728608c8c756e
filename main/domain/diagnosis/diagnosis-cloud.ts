import { assertNever } from '../assert-never.ts';
import type {
  CloudEvidence,
  TillLogEvidence,
  TrailEvidence,
  TrailOrder,
  ZoneRule,
  ZonesEvidence,
} from './diagnosis-evidence.ts';
import { broken, fact, good, unknown, type LinkJudgement } from './diagnosis-link.ts';
import type { FailureData } from '../failure.ts';

/** What a refusal of the Cloud proves; an unreachable Cloud proves nothing about the till. */
function judgeFailure(failure: FailureData): LinkJudgement {
  const facts = [fact('cloud-failure', { ...failure.params, code: failure.code })];
  if (failure.code === 'iiko-cloud.login-refused') {
    return broken('cloud.login-refused', {}, facts);
  }
  if (failure.code === 'iiko-cloud.right-missing') {
    const right = String(failure.params['right'] ?? '');
    return broken('cloud.right-missing', { right }, facts);
  }
  return unknown('cloud-unreachable', false, facts);
}

/** The Cloud sees the organization and its till, whose clock is the venue's (`iiko-api.md` 1.8, 4.11; K8). */
export function judgeCloud(cloud: CloudEvidence, till: TillLogEvidence): LinkJudgement {
  switch (cloud.type) {
    case 'none':
      return unknown('no-connection');
    case 'failed':
      return judgeFailure(cloud.failure);
    case 'venue-not-named': {
      const { organizations, venues } = cloud;
      if (organizations === 0) return broken('cloud.no-organizations');
      return unknown('venue-not-named', true, [fact('cloud-venues', { organizations, venues })]);
    }
    case 'read':
      return judgeVenue(cloud, till);
    default:
      return assertNever(cloud);
  }
}

function judgeVenue(
  cloud: Extract<CloudEvidence, { type: 'read' }>,
  till: TillLogEvidence,
): LinkJudgement {
  const { organizations, organization, venue } = cloud;
  if (organizations === 0) return broken('cloud.no-organizations');
  if (!venue) return broken('cloud.venue-absent', { organization });
  const params = { venue: venue.name, organization };
  if (venue.sleeping) return broken('cloud.venue-asleep', params);
  if (!venue.alive) return broken('cloud.venue-silent', params);
  const tillOffset = till.type === 'read' ? till.offsetMinutes : null;
  if (tillOffset !== null && cloud.offsetMinutes !== null && tillOffset !== cloud.offsetMinutes) {
    const hours = { till: hoursText(tillOffset), venue: hoursText(cloud.offsetMinutes) };
    return broken('cloud.wrong-time-zone', { ...params, ...hours });
  }
  return good(fact('cloud-venue-alive', params));
}

function hoursText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${hours}:${String(rest).padStart(2, '0')}`;
}

/** Zones and hours lead orders to this terminal now (Z10, Z11; `iiko-api.md` 1.9). */
export function judgeZones(zones: ZonesEvidence): LinkJudgement {
  if (zones.type === 'none') return unknown('no-connection');
  if (zones.type === 'failed') return judgeFailure(zones.failure);
  const { rules, allRules, minuteNow } = zones;
  if (allRules === 0) return unknown('zones-not-used', false, [fact('zones-not-used')]);
  if (rules.length === 0) return broken('zones.none-bound', { rules: allRules });
  const usable = rules.filter(({ zone }) => zone === '' || zones.zones.includes(zone));
  if (usable.length === 0) return broken('zones.absent-zone', { zone: rules[0]?.zone ?? '' });
  const onDays = usable.filter(({ weekMap }) => weekMap !== 0);
  if (onDays.length === 0) return broken('zones.no-days');
  if (onDays.some((rule) => isOpen(rule, minuteNow))) {
    return good(fact('zones-bound', { rules: rules.length, zones: namesOf(onDays) }));
  }
  // Equal ends may mean all day or never: the vendor does not say.
  if (onDays.some(({ from, to }) => from === to)) return unknown('zones-hours-unclear');
  const [{ from, to }] = onDays as [ZoneRule, ...ZoneRule[]];
  return broken('zones.closed-now', { from: clock(from), to: clock(to), now: clock(minuteNow) });
}

const namesOf = (rules: readonly ZoneRule[]): string =>
  [...new Set(rules.map(({ zone }) => zone))].filter((zone) => zone !== '').join(', ');

function isOpen({ from, to }: ZoneRule, minute: number): boolean {
  if (from === to) return from === 0;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** The vendor gives the till eight seconds; after minutes nobody took the order (`iiko-api.md` 1.6). */
const LONG_MINUTES = 5;
/** An order accepted within this time shows that deliveries do arrive. */
const RECENT_MINUTES = 180;

/** The test order's way; without one, what happened to the venue's last orders. */
export function judgeTrail(trail: TrailEvidence): LinkJudgement {
  if (trail.type === 'none') return unknown('no-connection');
  if (trail.type === 'failed') return judgeFailure(trail.failure);
  const { asked, test, looked, recent } = trail;
  if (asked === null) return judgeRecent(recent);
  if (test === null) return broken('trail.absent', { number: asked, looked });
  if (!test.here) return broken('trail.other-venue', { number: test.number, venue: test.venue });
  return judgeOrder(test);
}

function judgeRecent(recent: readonly TrailOrder[]): LinkJudgement {
  const accepted = recent.find(({ state }) => state === 'accepted');
  if (accepted && accepted.ageMinutes <= RECENT_MINUTES) return judgeOrder(accepted);
  const [newest] = recent;
  if (!newest || newest.ageMinutes > RECENT_MINUTES) return unknown('no-test-order', true);
  return newest.state === 'error' || newest.state === 'in-progress'
    ? judgeOrder(newest)
    : unknown('no-test-order', true);
}

function judgeOrder(order: TrailOrder): LinkJudgement {
  const { number, ageMinutes } = order;
  const params = { number, minutes: ageMinutes };
  switch (order.state) {
    case 'error':
      return broken('trail.creation-error', { ...params, error: order.error });
    case 'in-progress':
      return ageMinutes >= LONG_MINUTES
        ? broken('trail.in-progress', params)
        : unknown('order-on-its-way', true, [fact('order-on-its-way', params)]);
    case 'unconfirmed':
      return broken('trail.waits-confirmation', params);
    case 'cancelled':
      return broken('trail.cancelled', params);
    case 'moved':
      return broken('trail.moved', params);
    case 'accepted':
      return good(fact('order-accepted', params));
    default:
      return assertNever(order.state);
  }
}
